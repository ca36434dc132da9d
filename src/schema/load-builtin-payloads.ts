import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { buildSamples } from "./build-samples.js";
import type { EventPayload, PayloadTypes, Sample, TypeDeclaration } from "./payload-types.js";

/** Where the package keeps its schemas. Paths are absolute. */
export interface BuiltinFolders {
  readonly builtinDir: string;
  /** The declarations compiled when the package was built. Need not exist. */
  readonly cacheDir: string;
}

export interface BuiltinRequest extends BuiltinFolders {
  /** Whether samples are wanted too. */
  readonly samples?: boolean | undefined;
}

/** The whole built-in set of a provider, empty when there is none. Compiles the schemas only where no build has. */
export async function loadBuiltinPayloads(provider: string, { builtinDir, cacheDir, samples }: BuiltinRequest): Promise<PayloadTypes> {
  const folder = join(builtinDir, provider);
  const events = await readJson<Record<string, EventEntry>>(join(folder, "events.json"));
  if (!events) return { events: new Map(), declarations: new Map(), samples: new Map() };
  const declarations = (await readJson<TypeDeclaration[]>(join(cacheDir, `${provider}.json`))) ?? (await compile(folder));
  return {
    events: new Map(Object.entries(events).map(([event, entry]) => [event, toEventPayload(entry)])),
    declarations: new Map(declarations.map((declaration) => [declaration.name, declaration])),
    samples: samples ? await sample(folder) : new Map(),
    ...(await readJson<Pick<PayloadTypes, "apiVersion">>(join(folder, "SOURCE.json")).then(toVersion)),
  };
}

function toVersion({ apiVersion }: Pick<PayloadTypes, "apiVersion"> = {}): Pick<PayloadTypes, "apiVersion"> {
  return apiVersion === undefined ? {} : { apiVersion };
}

/** An event in `events.json`. */
interface EventEntry {
  readonly description?: string;
  readonly docs?: string;
  readonly payload?: string;
  readonly actions?: Readonly<Record<string, string>>;
}

function toEventPayload({ actions, ...entry }: EventEntry): EventPayload {
  return { ...entry, actions: new Map(Object.entries(actions ?? {})) };
}

/** These files are the package's own: they are not checked again. */
async function readJson<T>(path: string): Promise<T | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  return JSON.parse(text) as T;
}

async function compile(folder: string): Promise<readonly TypeDeclaration[]> {
  const { compileBuiltin } = await import("./compile-builtin.js");
  return await compileBuiltin(folder);
}

async function sample(folder: string): Promise<ReadonlyMap<string, Sample>> {
  const { readBuiltinDefinitions } = await import("./read-builtin-definitions.js");
  return buildSamples(await readBuiltinDefinitions(folder));
}
