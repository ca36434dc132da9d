import type { WebhookSpec } from "@smart-webhooks/runtime";
import { GenerateError } from "./errors.js";
import { evaluateSpec } from "./evaluate-spec.js";
import { loadModel } from "./load-model.js";
import type { EventModel, WebhookModel } from "./model/handler-model.js";
import { unknownName } from "./model/unknown-name.js";
import type { PayloadTypes } from "./schema/payload-types.js";

/** Which event to look up. Paths are absolute. */
export interface EventRequest {
  readonly provider: string;
  /** `push`, `pull_request.opened` */
  readonly event: string;
  /** Of several webhooks that list the event, the first unless given. */
  readonly webhook?: string | undefined;
  readonly cwd: string;
  readonly providersDir: string;
}

/** An event, and the webhook that delivers it. Of the webhook's events it has this one alone. */
export interface LoadedEvent {
  readonly webhook: WebhookModel;
  readonly spec: WebhookSpec;
  readonly event: EventModel;
  readonly types: PayloadTypes;
}

/**
 * One event of a provider, the user's own YAML before the built-in one.
 *
 * @throws GenerateError with every problem found in the YAML or the schemas, and for an event that no webhook lists
 */
export async function loadEvent({ provider, event, webhook, cwd, providersDir }: EventRequest): Promise<LoadedEvent> {
  const { models } = await loadModel({ provider, cwd, providersDir, webhook, events: [event], samples: true });
  const webhooks = models.flatMap(({ model, types }) => model.webhooks.map((one) => ({ one, types })));
  const [found] = webhooks.flatMap(({ one, types }) => one.events.filter((each) => isMeant(each, event)).map((each) => ({ one, types, each })));
  if (found !== undefined) return { webhook: found.one, spec: evaluateSpec(found.one), event: found.each, types: found.types };
  // What is not listed was refused before; `all` is no event, unless one is called so.
  const known = webhooks.flatMap(({ one }) => one.events.map((each) => each.event));
  throw new GenerateError([unknownName("unknown-event", `${provider} has no event "${event}"`, event, known)]);
}

/** A webhook may list none of what was asked for: then the model has all of its events. */
function isMeant({ event }: EventModel, wanted: string): boolean {
  return wanted === event || wanted.startsWith(`${event}.`);
}
