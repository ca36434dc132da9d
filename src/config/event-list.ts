import { foldEventName, readEventName } from "./event-name.js";
import { textThat } from "./read-scalar.js";
import type { KeyContext, Placed, Reader } from "./setting.js";
import { shown } from "./shown.js";
import { unknownKey } from "./unknown-key.js";
import type { YamlMap, YamlNode } from "./yaml-node.js";
import { wrongType } from "./wrong-type.js";

/** An event as the YAML lists it. */
export interface ListedEvent extends Placed<string> {
  readonly method?: string;
}

/** Reads `events`: a non-empty list of distinct names, or of `{ name, method }`. */
export const readEvents: Reader<readonly ListedEvent[]> = (node, context) => {
  if (node.kind !== "list") return wrongType(node, context, "a list of event names");
  if (node.items.length === 0) return wrongType(node, context, "a list of at least one event");
  const events = new Map<string, ListedEvent>();
  for (const item of node.items) {
    const event = item.kind === "map" ? readNamed(item, context) : readPlain(item, context);
    if (event === undefined) continue;
    const folded = foldEventName(event.value);
    const other = events.get(folded);
    if (other === undefined) events.set(folded, event);
    else reportCollision(other, event, context);
  }
  return events.size === node.items.length ? [...events.values()] : undefined;
};

/** The keys of an entry written as a map. */
export const eventKeys: readonly string[] = ["name", "method"];

function readPlain(node: YamlNode, context: KeyContext): ListedEvent | undefined {
  const value = readEventName(node, context);
  return value === undefined ? undefined : { value, mark: node.mark };
}

function readNamed(map: YamlMap, context: KeyContext): ListedEvent | undefined {
  const known = new Map([...map.entries].filter(([key]) => eventKeys.includes(key)));
  for (const [key, entry] of map.entries) {
    if (!known.has(key)) unknownKey(key, entry, eventKeys, `an entry of "${context.key}"`, context.log);
  }
  const name = known.get("name");
  const method = known.get("method");
  if (name === undefined) return wrongType(map, context, "a list of event names or { name, method }");
  const value = readEventName(name.value, context);
  const read = method === undefined ? undefined : readMethod(method.value, { ...context, key: "method" });
  if (value === undefined) return undefined;
  return read === undefined ? { value, mark: name.value.mark } : { value, method: read, mark: name.value.mark };
}

const readMethod = textThat(
  (text) => text.length <= 200 && /^on[A-Z][A-Za-z0-9]*$/.test(text),
  "invalid-method",
  "Write a method name such as onFooBar: on, an upper-case letter, then letters and digits.",
);

function reportCollision(first: ListedEvent, second: ListedEvent, { key, log }: KeyContext): void {
  const same = first.value === second.value;
  const message = same
    ? `"${key}" lists ${shown(first.value)} twice`
    : `"${key}" lists ${shown(first.value)} and ${shown(second.value)}, which differ only in case or in how a letter is composed`;
  log.error(second.mark, { code: same ? "duplicate-event" : "event-collision", message, hint: "Keep one of the two." });
}
