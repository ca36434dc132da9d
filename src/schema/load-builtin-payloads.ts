import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import type { Overlay } from "./overlay.js";
import { samplesFromText } from "./samples-as-text.js";
import type { EventPayload, PayloadTypes, Sample, TypeDeclaration } from "./payload-types.js";

/** Where the package keeps its schemas. Paths are absolute. */
export interface BuiltinFolders {
  readonly builtinDir: string;
  /** The declarations compiled when the package was built, and their samples. Need not exist. */
  readonly cacheDir: string;
}

export interface BuiltinRequest extends BuiltinFolders {
  /** Whether samples are wanted too. */
  readonly samples?: boolean | undefined;
  /** The user's repairs. */
  readonly overlay?: Overlay | undefined;
}

/** The whole built-in set of a provider, empty when there is none. Compiles the schemas only where no build has. */
export async function loadBuiltinPayloads(provider: string, { builtinDir, cacheDir, samples, overlay }: BuiltinRequest): Promise<PayloadTypes> {
  const folder = join(builtinDir, provider);
  const events = await readJson<Record<string, EventEntry>>(join(folder, "events.json"));
  if (!events && overlay) throw new GenerateError([nothingToPatch(provider, overlay)]);
  if (!events) return { events: new Map(), declarations: new Map(), samples: new Map() };
  // What was compiled when the package was built knows of no overlay.
  const compiled = overlay ? undefined : await readJson<TypeDeclaration[]>(join(cacheDir, `${provider}.json`));
  const declarations = compiled ?? (await compile(folder, overlay));
  return {
    events: new Map(Object.entries(events).map(([event, entry]) => [event, toEventPayload(entry)])),
    declarations: new Map(declarations.map((declaration) => [declaration.name, declaration])),
    samples: samples ? await sample(folder, overlay, join(cacheDir, `${provider}.samples.json`)) : new Map(),
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
  const text = await readText(path);
  return text === undefined ? undefined : (JSON.parse(text) as T);
}

function readText(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

async function compile(folder: string, overlay: Overlay | undefined): Promise<readonly TypeDeclaration[]> {
  const { compileBuiltin } = await import("./compile-builtin.js");
  return await compileBuiltin(folder, overlay);
}

async function sample(folder: string, overlay: Overlay | undefined, cache: string): Promise<ReadonlyMap<string, Sample>> {
  const built = overlay ? undefined : await readText(cache);
  if (built !== undefined) return samplesFromText(built);
  const { sampleBuiltin } = await import("./sample-builtin.js");
  return await sampleBuiltin(folder, overlay);
}

function nothingToPatch(provider: string, { file }: Overlay): Problem {
  const message = `${file.shown} patches the built-in schemas of ${provider}, but there are none`;
  return { code: "overlay-without-schemas", severity: "error", message, hint: "Write the event's own schema instead: <event>.schema.json beside it", at: { file: file.shown } };
}
