import { completePayload } from "@smart-webhooks/runtime/testing";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { atPath } from "./at-path.js";
import { GenerateError } from "./errors.js";
import type { LoadedEvent } from "./load-event.js";
import { sampleValue } from "./schema/sample-value.js";
import { setPath } from "./set-path.js";

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
 * @throws GenerateError for a schema that no value meets
 */
export function sample({ spec, event, types }: LoadedEvent): PayloadSample {
  const action = event.actions[0];
  const name = action ? action.payload : event.payload;
  const value = name === undefined ? leastOf(spec, event.event) : sampleValue(name, types.samples);
  if (value === undefined) throw noSample(spec.provider, action ? `${event.event}.${action.action}` : event.event);
  const names = { type: event.event, action: action?.action, id: "test-delivery" };
  return { payload: completePayload(spec, withoutNames(value, spec, names.action), names), hasSchema: name !== undefined };
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
  return paths.reduce((data, path) => (atPath(path, data) === undefined ? data : blank(data, path)), value);
}

function blank(data: unknown, path: readonly string[]): unknown {
  const set = setPath(data, path, null);
  return "data" in set ? set.data : data;
}

function noSample(provider: string, event: string): GenerateError {
  const message = `The schema of ${provider} ${event} has no example: no finite value meets it`;
  return new GenerateError([{ code: "no-sample", severity: "error", message, hint: "Look for what it requires and forbids at once, or requires without end" }]);
}
