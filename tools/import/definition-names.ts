import { pascalCase } from "./pascal-case.js";
import { isReservedTypeName } from "./reserved-type-names.js";
import type { Shape } from "./shape-pool.js";
import type { ShapeUse } from "./shape-uses.js";

/** What the naming goes by. */
export interface NamingInput {
  readonly shapes: ReadonlyMap<string, Shape>;
  readonly uses: ReadonlyMap<string, ShapeUse>;
  /** Ids of the shapes that get a name, the payloads not among them. */
  readonly wanted: readonly string[];
  /** Names given already: id → name. */
  readonly given: ReadonlyMap<string, string>;
  /** Payload's name → the words it may lend to a name: `["PullRequest", "Opened"]`. */
  readonly subjects: ReadonlyMap<string, readonly string[]>;
  /** What a component's name says about what it is; undefined when it only says how the source is filed. */
  readonly componentName: (component: string) => string | undefined;
}

interface Naming extends NamingInput {
  /** All that components are called. */
  readonly sourceNames: ReadonlySet<string>;
}

/**
 * Names shapes the way a person would: by what the source calls them, then by where they stand, never by a number. The most used shape gets the short name.
 * Throws when none is left for an object that holds itself.
 */
export function definitionNames(request: NamingInput): ReadonlyMap<string, string> {
  const components = [...request.shapes.values()].flatMap((shape) => [...shape.components]);
  const input = { ...request, sourceNames: new Set(components.flatMap((name) => request.componentName(name) ?? [])) };
  const names = new Map(input.given);
  const taken = new Set(names.values());
  for (const id of byUse(input)) {
    if (names.has(id)) continue;
    const name = candidates(id, input).find((candidate) => !taken.has(candidate) && !isReservedTypeName(candidate));
    // Branches of a choice may stand at one place: what has no name is written out there.
    if (!name && input.shapes.get(id)?.isRecursive) throw new Error(`No free name for ${candidates(id, input).join(", ")}`);
    if (!name) continue;
    names.set(id, name);
    taken.add(name);
  }
  return names;
}

/** What the source names goes before what only a property names; then the most used first, then in the source's order. */
function byUse(input: Naming): readonly string[] {
  const weight = (id: string): number => (input.uses.get(id)?.payloads.size ?? 0) + (sourceNames(id, input).length > 0 ? 1e6 : 0);
  return [...input.wanted].toSorted((a, b) => weight(b) - weight(a));
}

/** From short to long, so that a name says no more than it must. */
function candidates(id: string, input: Naming): readonly string[] {
  const path = pathNames(id, input);
  const sources = sourceNames(id, input);
  const base = sources[0] ?? path.at(-1) ?? "";
  const tails = path.map((_, index) => path.slice(path.length - index - 1).reduce(joined)).slice(1);
  const [event = "", action = ""] = nearestSubject(id, input);
  const inEvent = [base, ...tails].map((name) => joined(event, name));
  const inAction = [base, ...tails].map((name) => joined(event + action, name));
  const shared = sharedWords(id, input);
  // A property's one word (`head`, `value`) says too little.
  const alone = sources.length === 0 && words(base).length > 1 ? [base] : sources;
  const names = [...alone, ...(shared > 0 ? inEvent.slice(0, 1) : []), ...tails, ...(shared > 1 ? inAction.slice(0, 1) : []), ...inEvent, ...inAction, [event, action, ...path].join("")];
  // `Level3` would look counted.
  return names.map((name) => name.replace(/\d$/, "$&Data"));
}

/** What the source's components or title call a shape, best first. Components that are twins lend it the words in which they agree. */
function sourceNames(id: string, input: Naming): readonly string[] {
  const shape = input.shapes.get(id);
  const components = [...(shape?.components ?? [])].flatMap((name) => input.componentName(name) ?? []).toSorted((a, b) => a.length - b.length);
  const [title] = [...(shape?.titles ?? [])].toSorted((a, b) => b[1] - a[1]).map(([text]) => words(pascalCase(text)).reduce(joined, ""));
  const [first, ...others] = components;
  if (first === undefined) return title === undefined ? [] : [title];
  const common = others.map(words).reduce(commonEnd, words(first));
  // One word they share (`Tax`, `Item`) says too little, and another component's name would mislead.
  const isFree = common.length > 1 && !input.sourceNames.has(common.join(""));
  return [...(isFree ? [common.join("")] : []), ...components];
}

function commonEnd(left: readonly string[], right: readonly string[]): readonly string[] {
  const different = left.findLastIndex((word, index) => word !== right[right.length - left.length + index]);
  return left.slice(different + 1);
}

/** The property names from the payload down to the shape. */
function pathNames(id: string, input: Naming): readonly string[] {
  const use = input.uses.get(id);
  return use?.holder ? [...pathNames(use.holder, input), ...use.path.map(pascalCase)] : [];
}

function nearestSubject(id: string, input: Naming): readonly string[] {
  let use = input.uses.get(id);
  while (use?.holder) use = input.uses.get(use.holder);
  return input.subjects.get([...(use?.payloads ?? [])][0] ?? "") ?? [];
}

/** 1 when all payloads with this shape are of one event, 2 when they are one action's, else 0. */
function sharedWords(id: string, input: Naming): 0 | 1 | 2 {
  const subjects = [...(input.uses.get(id)?.payloads ?? [])].map((payload) => input.subjects.get(payload) ?? []);
  if (subjects.length === 1) return 2;
  return new Set(subjects.map(([event]) => event)).size === 1 ? 1 : 0;
}

/** `PullRequest` and `RequestHead` make `PullRequestHead`: words that both share are said once. */
function joined(left: string, right: string): string {
  const [before, after] = [words(left), words(right)];
  if (right.startsWith(left)) return right;
  const shared = before.map((_, index) => before.length - index).find((count) => before.slice(-count).join() === after.slice(0, count).join());
  return left + after.slice(shared ?? 0).join("");
}

function words(name: string): readonly string[] {
  return name.match(/[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+/g) ?? [];
}
