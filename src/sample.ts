import { completePayload } from "@smart-webhooks/runtime/testing";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { GenerateError } from "./errors.js";
import { evaluateSpec } from "./evaluate-spec.js";
import { loadModel } from "./load-model.js";
import type { EventModel } from "./model/handler-model.js";
import { unknownName } from "./model/unknown-name.js";
import { sampleValue } from "./schema/sample-value.js";
import { setPath } from "./set-path.js";

/** Which event to make an example of. Paths are absolute. */
export interface SampleRequest {
  readonly provider: string;
  /** `push`, `pull_request.opened` */
  readonly event: string;
  /** Of several webhooks that list the event, the first unless given. */
  readonly webhook?: string | undefined;
  readonly cwd: string;
  readonly providersDir: string;
}

/** An example payload. */
export interface PayloadSample {
  readonly payload: unknown;
  /** Whether a schema told what it looks like; else it is the least that is routed to the event. */
  readonly hasSchema: boolean;
}

/**
 * A payload of an event that its schema takes, and that is routed to it: where the body tells the event, it does.
 * Of a name that stands for several actions it is the first one.
 *
 * @throws GenerateError for what there is not, and for a schema that no value meets
 */
export async function sample({ provider, event, webhook, cwd, providersDir }: SampleRequest): Promise<PayloadSample> {
  const { models } = await loadModel({ provider, cwd, providersDir, webhook, events: [event], samples: true });
  const webhooks = models.flatMap(({ model, types }) => model.webhooks.map((one) => ({ one, types })));
  const found = webhooks.flatMap(({ one, types }) => one.events.filter((each) => isMeant(each, event)).map((each) => ({ spec: evaluateSpec(one), event: each, types })))[0];
  // What is not listed was refused before; `all` is no event, unless one is called so.
  if (found === undefined) throw new GenerateError([unknownName("unknown-event", `${provider} has no event "${event}"`, event, webhooks.flatMap(({ one }) => one.events.map((each) => each.event)))]);
  const action = found.event.actions[0];
  const name = action ? action.payload : found.event.payload;
  const value = name === undefined ? leastOf(found.spec, found.event.event) : sampleValue(name, found.types.samples);
  if (value === undefined) throw noSample(provider, event);
  const names = { type: found.event.event, action: action?.action, id: "test-delivery" };
  return { payload: completePayload(found.spec, withoutNames(value, found.spec, names.action), names), hasSchema: name !== undefined };
}

/** A webhook may list none of what was asked for: then the model has all of its events. */
function isMeant({ event }: EventModel, wanted: string): boolean {
  return wanted === event || wanted.startsWith(`${event}.`);
}

/** The keys that the YAML demands. */
function leastOf({ shape }: WebhookSpec, type: string): unknown {
  const keys = shape && Object.hasOwn(shape, type) ? shape[type] : undefined;
  return Object.fromEntries((keys ?? []).map((key) => [key, {}]));
}

/** Nothing where the body tells the event and its action: an example text there would be another event. */
function withoutNames(value: unknown, spec: WebhookSpec, action: string | undefined): unknown {
  const sources = [spec.event, ...(action === undefined || !spec.action ? [] : [spec.action])];
  const parts = sources.flatMap((source) => ("sources" in source ? (source.sources as typeof sources) : [source]));
  const paths = parts.flatMap((part) => ("path" in part ? [part.path as readonly string[]] : []));
  return paths.reduce((data, path) => (has(data, path) ? blank(data, path) : data), value);
}

function blank(data: unknown, path: readonly string[]): unknown {
  const set = setPath(data, path, null);
  return "data" in set ? set.data : data;
}

function has(data: unknown, [key, ...deeper]: readonly string[]): boolean {
  if (key === undefined) return true;
  return typeof data === "object" && data !== null && Object.hasOwn(data, key) && has((data as Record<string, unknown>)[key], deeper);
}

function noSample(provider: string, event: string): GenerateError {
  const message = `The schema of ${provider} ${event} has no example: no finite value meets it`;
  return new GenerateError([{ code: "no-sample", severity: "error", message, hint: "Look for what it requires and forbids at once, or requires without end" }]);
}
