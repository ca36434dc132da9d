import { isDeepStrictEqual } from "node:util";
import { isSeq } from "yaml";
import { webhookKeys } from "../config/keys.js";
import type { AddRequest } from "./add-request.js";
import { appendItem } from "./append-item.js";
import { putEntry, type Written } from "./put-entry.js";
import { mapAt, parseTree } from "./yaml-source.js";
import { atPath } from "../at-path.js";

/** The keys in the order in which they are written. */
const ORDER: readonly string[] = Object.keys(webhookKeys);

/**
 * Says in a YAML text what was asked for, and changes no other character of it. What it says already stays as it stands.
 * Undefined when the text is laid out in a way that nothing can be added to it without changing what else it says.
 */
export function changeYaml(text: string, request: Pick<AddRequest, "webhook" | "settings" | "events">): string | undefined {
  const path = ["webhooks", request.webhook];
  const settings = [...turnedOn(text, path, request.settings)].filter(([key, value]) => !says(text, [...path, key], value));
  const events = missingEvents(text, [...path, "events"], request.events);
  const changed = mapAt(text, path) === undefined ? addWebhook(text, path, settings, events) : addKeys(text, path, settings, events);
  return isDeepStrictEqual(parseTree(changed).toJS(), expected(text, path, settings, events)) ? changed : undefined;
}

/** To name a scheme is to ask for verification: a `false` that stands there must not switch it off in silence. */
function turnedOn(text: string, path: readonly string[], settings: AddRequest["settings"]): AddRequest["settings"] {
  const type = settings.get("verification_type");
  const isOff = plain(text, [...path, "verify_signature"]) === false;
  return isOff && type !== undefined && type !== "none" ? new Map([...settings, ["verify_signature", true]]) : settings;
}

/** Whether a key has this value, or this one among others. Headers have no case. */
function says(text: string, path: readonly string[], value: string | boolean): boolean {
  const said: unknown = plain(text, path);
  if (typeof value === "string" && path.at(-1)?.endsWith("_header")) return typeof said === "string" && said.toLowerCase() === value.toLowerCase();
  return Array.isArray(said) ? said.includes(value) : said === value;
}

function missingEvents(text: string, path: readonly string[], events: readonly string[]): readonly string[] {
  const said: unknown = plain(text, path);
  const names = Array.isArray(said) ? said.map((item: unknown) => (typeof item === "object" && item !== null && "name" in item ? item.name : item)) : [];
  return [...new Set(events)].filter((event) => !names.includes(event));
}

type Settings = readonly (readonly [string, string | boolean])[];

function addWebhook(text: string, path: readonly string[], settings: Settings, events: readonly string[]): string {
  const entries: readonly (readonly [string, Written])[] = events.length === 0 ? settings : [...settings, ["events", events]];
  const inOrder = entries.toSorted(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
  return entries.length === 0 ? text : putEntry(text, path.slice(0, -1), [path.at(-1) ?? "", new Map(inOrder)]);
}

function addKeys(text: string, path: readonly string[], settings: Settings, events: readonly string[]): string {
  const withSettings = settings.reduce((now, [key, value]) => {
    const isList = isSeq(parseTree(now).getIn([...path, key], true));
    return isList && typeof value === "string" ? appendItem(now, [...path, key], value) : putEntry(now, path, [key, value], ORDER);
  }, text);
  if (events.length === 0) return withSettings;
  if (!isSeq(parseTree(withSettings).getIn([...path, "events"], true))) return putEntry(withSettings, path, ["events", events], ORDER);
  return events.reduce((now, event) => appendItem(now, [...path, "events"], event), withSettings);
}

/** What the text must say afterwards. */
function expected(text: string, path: readonly string[], settings: Settings, events: readonly string[]): unknown {
  const document = parseTree(text);
  const said = { ...(plain(text, path) as Readonly<Record<string, unknown>> | null | undefined) };
  for (const [key, value] of settings) said[key] = Array.isArray(said[key]) ? [...(said[key] as unknown[]), value] : value;
  if (events.length > 0) said["events"] = [...(Array.isArray(said["events"]) ? said["events"] : []), ...events];
  if (settings.length + events.length > 0) document.setIn(path, document.createNode(said));
  return document.toJS();
}

function plain(text: string, path: readonly string[]): unknown {
  return atPath(path, parseTree(text).toJS());
}
