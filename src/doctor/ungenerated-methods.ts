import { GenerateError } from "../errors.js";
import { loadModel } from "../load-model.js";
import type { GeneratedHandler } from "../user-code/generated-handler.js";
import type { DoctorProject } from "./doctor-project.js";

/**
 * The methods that a class would have if it were generated with all events, by name, with the event of each; none
 * where the provider cannot be read: the check of generated files says that.
 */
export async function ungeneratedMethods({ provider, webhook, methods }: GeneratedHandler, { cwd, providersDir }: DoctorProject): Promise<ReadonlyMap<string, string>> {
  const has = new Set(methods.map(({ name }) => name));
  try {
    const { models } = await loadModel({ provider, cwd, providersDir });
    const events = models.flatMap(({ model }) => model.webhooks).filter((one) => one.webhook === webhook).flatMap((one) => one.events);
    const all = events.flatMap(({ event, method, actions }) => [[method, event] as const, ...actions.map((one) => [one.method, `${event}.${one.action}`] as const)]);
    return new Map(all.filter(([name]) => !has.has(name)));
  } catch (error) {
    if (error instanceof GenerateError) return new Map();
    throw error;
  }
}
