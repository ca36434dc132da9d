import type { WebhookHandlerOptions, WebhookSpec } from "@smart-webhooks/runtime";
import type { SignedRequest } from "@smart-webhooks/runtime/testing";
import { refused } from "../errors.js";
import { firstLine } from "../first-line.js";
import { importModule } from "../import-module.js";
import { borrowEnv } from "./borrow-env.js";
import { buildDelivery, type DeliveryOptions } from "./build-delivery.js";
import { catchConsole, type LogLine } from "./catch-console.js";
import { findHandler, type FoundHandler, type HandlerExport } from "./find-handler.js";
import type { SenderWebhook } from "./load-webhook.js";
import { guardProcess } from "./guard-process.js";
import { newKeys } from "./new-keys.js";
import { watchMethods } from "./watch-methods.js";

/** What to try. */
export interface TrialOptions extends Pick<DeliveryOptions, "payload" | "fault" | "publicUrl"> {
  /** The module that exports the handler. */
  readonly file: string;
  readonly cwd: string;
}

/** What a handler did with a delivery. */
export interface Trial {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds. */
  readonly duration: number;
  /** The `on…` methods that ran: of a batch one for each item. */
  readonly methods: readonly string[];
  /** What was written to `console` from the import of the module on. */
  readonly logged: readonly LogLine[];
}

/** Milliseconds: longer than any provider waits. */
const TIMEOUT = 60_000;

/**
 * Gives a handler of the user's a delivery in this process, signed with keys that are made for it, or where that is the
 * fault, the same delivery twice. The environment is as it was afterwards.
 *
 * @throws GenerateError when the module has no such handler, and for what cannot be signed
 */
export function tryHandler(webhook: SenderWebhook, { file, cwd, publicUrl = "http://localhost", payload, fault }: TrialOptions): Promise<readonly Trial[]> {
  const { spec, event } = webhook;
  const { own: key, options } = newKeys(spec);
  const logged: LogLine[] = [];
  // Before the import: modules read their environment when they are loaded.
  return borrowed(testEnv(spec, options), logged, async () => {
    const module = await inTime(importModule(file, cwd, "Name the module that exports your handler."), `${file} was not loaded`, "See what it waits for at its top level");
    const found = findHandler(module, { provider: spec.provider, webhook: spec.webhook, file });
    checkEvent(found.spec, event, file);
    const handler = make(found, { ...options, publicUrl }, file);
    const url = new URL([spec.path].flat()[0] as string, publicUrl);
    const request = await buildDelivery(webhook, { payload, fault, key, url, publicUrl, env: process.env });
    const called: string[] = [];
    watchMethods(handler, called);
    const trials: Trial[] = [];
    const times = fault === "duplicate" ? 2 : 1;
    while (trials.length < times) {
      const answer = await handle(handler, request);
      trials.push({ ...answer, methods: called.splice(0), logged: logged.splice(0) });
    }
    return trials;
  });
}

/** Runs the user's code, and gives the process back as it was. */
function borrowed<Result>(env: Readonly<Record<string, string>>, logged: LogLine[], work: () => Promise<Result>): Promise<Result> {
  return borrowEnv(env, () => catchConsole(logged, () => guardProcess(work)));
}

/** What the handler reads of the environment: nothing real. */
function testEnv({ secretEnv, params = {} }: WebhookSpec, { secret }: WebhookHandlerOptions): Readonly<Record<string, string>> {
  const known = Object.values(params).filter((name) => (process.env[name] ?? "") === "");
  return { ...Object.fromEntries(known.map((name) => [name, "test"])), ...(secretEnv !== undefined && typeof secret === "string" && { [secretEnv]: secret }) };
}

function checkEvent({ routes, provider, webhook }: WebhookSpec, event: string, file: string): void {
  const isIn = Object.entries(routes).some(([name, route]) => event === name || (typeof route === "object" && Object.keys(route.actions).some((action) => event === `${name}.${action}`)));
  if (isIn) return;
  const hint = `Generate it with that event, beside those it has: npx smart-webhooks generate ${provider} --events …,${event}`;
  throw refused("event-not-generated", `The handler of ${file} was not generated for the event "${event}" of ${provider}/${webhook}`, hint);
}

function make(found: HandlerExport, options: WebhookHandlerOptions, file: string): FoundHandler {
  if ("instance" in found) return found.instance;
  try {
    return new found.make(options);
  } catch (error) {
    throw refused("handler-unusable", `The handler of ${file} could not be made: ${firstLine(error)}`, "Where its constructor wants more than options, export an instance of it");
  }
}

async function handle(handler: FoundHandler, request: SignedRequest): Promise<Omit<Trial, "methods" | "logged">> {
  const start = performance.now();
  const answer = await inTime(Promise.resolve(handler.handle(request)), "The handler did not answer", "See what its method waits for");
  const { status, headers, body } = answer ?? {};
  // A class may write a `handle` of its own.
  if (typeof status !== "number" || typeof body !== "string") throw refused("handler-unusable", "What handle() answered is no response", "Leave handle() as the generated class has it");
  return { status, headers, body, duration: performance.now() - start };
}

async function inTime<Result>(work: Promise<Result>, what: string, hint: string): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refused("no-answer", `${what} within ${TIMEOUT / 1000} seconds`, hint)), TIMEOUT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
