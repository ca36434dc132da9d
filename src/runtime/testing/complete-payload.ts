import type { WebhookSpec } from "../spec.js";
import type { FirstOfSource, JoinedSource, PresentKeySource } from "../verify/composed.js";
import { listPath } from "../verify/items.js";
import { atPath, type FieldSource, type Source } from "../verify/sources.js";
import { setAt } from "./draft.js";

/** Which delivery a payload is of. */
export interface DeliveryNames {
  readonly type: string;
  readonly action: string | undefined;
  readonly id: string;
}

/**
 * A payload with the event, the action and the id where the provider's body tells them and the payload does not; of a
 * batch, each item of a list with an id of its own.
 */
export function completePayload(spec: WebhookSpec, payload: unknown, names: DeliveryNames): unknown {
  if (spec.batch === undefined || !Array.isArray(payload)) return complete(spec, payload, names);
  return payload.map((item: unknown, index) => complete(spec, item, { ...names, id: index === 0 ? names.id : `${names.id}-${index + 1}` }));
}

function complete(spec: WebhookSpec, payload: unknown, { type, action, id }: DeliveryNames): unknown {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return payload;
  const wire = spec.eventMap?.find(([, event]) => event === type)?.[0] ?? type;
  const [place, ...others] = [spec.id ?? []].flat();
  const named = withText(withText(payload, spec.event, wire), spec.action, action);
  const hasId = [place, ...others].some((source) => source === undefined || !isField(source) || says(named, source.path));
  return hasId ? named : withText(named, place, id);
}

/** A payload, or several, as the one body that a batch is sent in. */
export function inBatch(path: string, payload: unknown): unknown {
  const parts = [...listPath(path)];
  const items = Array.isArray(payload) ? payload : [payload];
  const inner = parts.pop() ?? [];
  let wrapped: unknown = items.map((item: unknown) => setAt(undefined, inner, item));
  for (const [depth, keys] of [...parts.entries()].toReversed()) wrapped = depth === 0 ? setAt(undefined, keys, wrapped) : [setAt(undefined, keys, wrapped)];
  return wrapped;
}

function withText(payload: unknown, source: Source | undefined, value: string | number | undefined): unknown {
  if (source === undefined || value === undefined) return payload;
  if (isField(source)) return says(payload, source.path) ? payload : setAt(payload, source.path, value);
  if (source.from === "firstOf") {
    const { sources } = source as FirstOfSource;
    const key = sources.find(({ from }) => from === "presentKey") as PresentKeySource | undefined;
    return key?.names.some((name) => says(payload, [name])) ? payload : withText(payload, sources[0], value);
  }
  if (source.from === "joined") {
    const { sources, separator } = source as JoinedSource;
    return splitInto(String(value), separator, sources.length).reduce((data: unknown, text, index) => withText(data, sources[index], text), payload);
  }
  if (source.from !== "presentKey") return payload;
  const isThere = (source as PresentKeySource).names.some((name) => says(payload, [name]));
  return isThere ? payload : setAt(payload, [String(value)], {});
}

/** Whether there is something at a path: null tells nothing. */
function says(payload: unknown, path: readonly string[]): boolean {
  return (atPath(path, payload) ?? undefined) !== undefined;
}

/** A text in so many parts; the last one has the separators that are left over. */
function splitInto(text: string, separator: string, count: number): readonly string[] {
  const parts = text.split(separator);
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)];
}

function isField(source: Source): source is FieldSource {
  return source.from === "field";
}
