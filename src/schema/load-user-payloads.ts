import { join } from "node:path";
import { closest } from "../closest.js";
import { buildSamples } from "./build-samples.js";
import { checkCombinations } from "./check-combinations.js";
import { checkReferenceCycles } from "./check-reference-cycles.js";
import type { SchemaDefinition } from "./clean-schema.js";
import { collectDefinitions, type CollectedDefinitions } from "./collect-definitions.js";
import { findSchemaFiles, type EventSchemaFile } from "./find-schema-files.js";
import { nameDefinitions } from "./name-definitions.js";
import type { Reference } from "./parse-reference.js";
import type { Sample, TypeDeclaration } from "./payload-types.js";
import type { ProblemList } from "./problem-list.js";
import { showPath } from "./read-schema-file.js";
import { resolvePointer } from "./resolve-pointer.js";

export interface UserRequest {
  /** The provider's schema folder, absolute. */
  readonly folder: string;
  readonly cwd: string;
  readonly events: readonly string[];
  /** Every event of the provider: the longest that a file is named after has it. */
  readonly listed: readonly string[];
  /** The provider's class prefix. */
  readonly prefix: string;
  readonly samples: boolean;
  /** The names that these files may not use. */
  readonly taken: (files: readonly EventSchemaFile[]) => ReadonlySet<string>;
}

/** A user's schema file with its declaration's name. */
export interface NamedSchemaFile {
  readonly file: EventSchemaFile;
  readonly name: string;
}

export interface UserPayloads {
  readonly files: readonly NamedSchemaFile[];
  readonly declarations: readonly TypeDeclaration[];
  /** Empty unless they were asked for. */
  readonly samples: ReadonlyMap<string, Sample>;
}

/** Reads, checks and compiles the user's schemas of the listed events. Throws a `GenerateError` with every problem. */
export async function loadUserPayloads(request: UserRequest, problems: ProblemList): Promise<UserPayloads> {
  const { ofEvents: ofListed, ofNobody } = await findSchemaFiles(request, request.listed);
  const ofEvents = ofListed.filter(({ event }) => request.events.includes(event));
  const collected = await collectDefinitions(request, ofEvents.map(rootOf), problems);
  warnOfNobody(ofNobody.filter((path) => !collected.files.has(path)), request, problems);
  checkReferenceCycles(collected.definitions, problems);
  problems.throwErrors();
  // It follows references, which go round in no circle from here on.
  checkCombinations(collected.definitions, problems);
  problems.throwErrors();
  const names = nameDefinitions([...collected.definitions.values(), ...siblings(collected)], { prefix: request.prefix, taken: request.taken(ofEvents) });
  const named = new Map([...collected.definitions].map(([key, { schema }]) => [key, { name: names.get(key) ?? key, schema }]));
  return {
    files: ofEvents.map((file, index) => ({ file, name: nameOf(collected.roots[index], named) })),
    declarations: await compile(named),
    samples: request.samples ? buildSamples(named) : new Map(),
  };
}

function nameOf(key: string | undefined, named: ReadonlyMap<string, SchemaDefinition>): string {
  const name = named.get(key ?? "")?.name;
  // Whatever has no definition was reported before.
  if (name === undefined) throw new Error(`The schema ${key} was not read`);
  return name;
}

function rootOf({ path }: EventSchemaFile): Reference {
  return { path, pointer: [] };
}

/** All definitions of the files that were read: the ones in use are not renamed when another comes into use. */
function siblings({ files }: CollectedDefinitions): readonly Reference[] {
  return [...files.values()].flatMap(({ path, root }) =>
    ["definitions", "$defs"].flatMap((keyword) => {
      const node = resolvePointer(root, [keyword]);
      return node?.kind === "object" ? [...node.members.keys()].map((name) => ({ path, pointer: [keyword, name] })) : [];
    }),
  );
}

function warnOfNobody(paths: readonly string[], { folder, cwd, listed }: UserRequest, problems: ProblemList): void {
  for (const path of paths) {
    problems.add("warning", () => {
      const file = showPath(join(folder, path), cwd);
      const guesses = listed.slice(0, MOST_GUESSES);
      const stem = path.replace(/\.schema\.json$/, "");
      // Where no event has a dot, what stands behind one is an action.
      const meant = closest(guesses.some((event) => event.includes(".")) ? stem : (stem.split(".")[0] ?? stem), guesses);
      return {
        code: "schema-without-event",
        severity: "warning",
        message: `${file} is the schema of no event that webhook.yaml lists`,
        hint: meant === undefined ? "List its event, or remove the file" : `Did you mean the event "${meant}"?`,
        at: { file },
      };
    });
  }
}

/** Comparing is slow, and no provider has as many events. */
const MOST_GUESSES = 1000;

/** The compiler is loaded only where there is something to compile: it takes longer than all the rest. */
async function compile(definitions: ReadonlyMap<string, SchemaDefinition>): Promise<readonly TypeDeclaration[]> {
  if (definitions.size === 0) return [];
  const { compileDeclarations } = await import("./compile-declarations.js");
  return await compileDeclarations(definitions);
}
