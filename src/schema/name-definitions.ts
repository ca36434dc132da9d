import { createHash } from "node:crypto";
import { eventStem } from "../event-stem.js";
import { toPascalCase } from "../pascal-case.js";
import { definitionKey } from "./definition-key.js";
import type { Reference } from "./parse-reference.js";
import { GLOBAL_NAMES } from "../global-names.js";

export interface NamingRules {
  /** The provider's class prefix: `GitHub`. Stands before a name that cannot stand alone. */
  readonly prefix: string;
  /** Names that are taken: those of the built-in declarations. */
  readonly taken: ReadonlySet<string>;
}

/**
 * Gives each place its TypeScript name, which depends on the place alone: `push.schema.json` is
 * `PushPayload`, `#/definitions/user` in it is `PushUser`, and in `definitions.json` it is `User`. Where two places meet in one name, the event's
 * schema keeps it, else the one whose own name is written that way; the others take a hash of their place.
 */
export function nameDefinitions(places: Iterable<Reference>, rules: NamingRules): ReadonlyMap<string, string> {
  const claims = new Map<string, Claim[]>();
  const distinct = new Map(Array.from(places, (place) => [definitionKey(place), place]));
  for (const [key, claimed] of distinct) {
    const name = preferredName(claimed, rules);
    const claimants = claims.get(name) ?? [];
    claimants.push({ key, place: claimed });
    claims.set(name, claimants);
  }
  const names = new Map<string, string>();
  for (const [name, claimants] of claims) {
    const winner = isTaken(name, rules) ? undefined : pickWinner(claimants);
    for (const { key } of claimants) names.set(key, key === winner?.key ? name : `${name}_${hash(key)}`);
  }
  return names;
}

/** The file of what several events share, as it is called in built-in folders too. */
export const SHARED_DEFINITIONS = "definitions.json";

/** The name of an event's or action's own schema, unless it is taken. */
export function payloadName(path: string, prefix: string): string {
  return standalone(`${eventStem(stem(path))}Payload`, prefix);
}

interface Claim {
  readonly key: string;
  readonly place: Reference;
}

function preferredName(place: Reference, { prefix, taken }: NamingRules): string {
  if (isPayload(place)) return payloadName(place.path, prefix);
  // What is shared by all is called what it is called there.
  const file = place.path === SHARED_DEFINITIONS && place.pointer.length > 0 ? [] : [stem(place.path)];
  const name = standalone([...file, ...nameSegments(place.pointer)].map(toPascalCase).join(""), prefix);
  return GLOBAL_NAMES.has(name) || taken.has(name) ? prefix + name : name;
}

function isTaken(name: string, { taken }: NamingRules): boolean {
  return taken.has(name) || GLOBAL_NAMES.has(name);
}

function pickWinner(claims: readonly Claim[]): Claim | undefined {
  if (claims.length === 1) return claims[0];
  const payloads = claims.filter(({ place }) => isPayload(place));
  if (payloads.length === 1) return payloads[0];
  const exact = (payloads.length > 0 ? payloads : claims).filter(({ place }) => isExact(place));
  return exact.length === 1 ? exact[0] : undefined;
}

function isPayload({ path, pointer }: Reference): boolean {
  return path.endsWith(".schema.json") && pointer.length === 0;
}

function isExact({ path, pointer }: Reference): boolean {
  const own = pointer.at(-1) ?? stem(path);
  return own === toPascalCase(own);
}

function stem(path: string): string {
  return path.replace(/(?:\.schema)?\.json$/, "");
}

/** The segments without those that only say that a name follows. */
function nameSegments(pointer: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (let index = 0; index < pointer.length; index += 1) {
    const segment = pointer[index] ?? "";
    names.push(NAMED_BY_NEXT.has(segment) && index + 1 < pointer.length ? (pointer[(index += 1)] ?? "") : segment);
  }
  return names;
}

const NAMED_BY_NEXT: ReadonlySet<string> = new Set(["definitions", "$defs", "properties", "patternProperties"]);

function standalone(name: string, prefix: string): string {
  return /^[\p{ID_Start}]/u.test(name) ? name : prefix + name;
}

function hash(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}
