import { basename, dirname, extname, isAbsolute, join, resolve } from "node:path";
import { readSmallFile } from "./write/read-small-file.js";
import { parseJsonWithComments } from "./parse-json-with-comments.js";

/** `compilerOptions` of a tsconfig, as far as they are written. */
export type CompilerOptions = Readonly<Record<string, unknown>>;

/** Files that one tsconfig may be made of, and bytes of each: no real one comes near, and none runs for ever. */
const MOST_FILES = 50;
const LARGEST = 1024 * 1024;

/**
 * The compiler options of a tsconfig and of what it extends.
 *
 * @throws Error when a part of it cannot be read, or there is no end to it
 */
export async function readCompilerOptions(path: string): Promise<CompilerOptions> {
  let reads = 0;
  const readOptions = async (file: string): Promise<CompilerOptions> => {
    reads += 1;
    if (reads > MOST_FILES) throw new Error("The tsconfig is made of too many files.");
    const { compilerOptions, extends: bases = [] } = toObject(await readTsconfig(file));
    const layers: CompilerOptions[] = [];
    for (const base of [bases].flat()) layers.push(await readOptions(await findBase(String(base), file)));
    return Object.assign({}, ...layers, toObject(compilerOptions)) as CompilerOptions;
  };
  return readOptions(path);
}

async function readTsconfig(path: string): Promise<unknown> {
  const text = await readSmallFile(path, LARGEST);
  if (text === undefined) throw new Error("The tsconfig is no file that can be read.");
  return parseJsonWithComments(text);
}

/** The file that `extends` names: a path, or a file of a package in `node_modules`. */
async function findBase(base: string, from: string): Promise<string> {
  const isPath = isAbsolute(base) || /^\.{1,2}(?:[\\/]|$)/.test(base);
  const places = isPath ? [resolve(dirname(from), base)] : nodeModules(dirname(from)).map((folder) => join(folder, base));
  for (const place of places.flatMap(filesAt)) {
    if ((await readSmallFile(place, LARGEST).catch(() => undefined)) !== undefined) return place;
  }
  throw new Error("The tsconfig extends a file that is not there.");
}

function filesAt(place: string): readonly string[] {
  return extname(place) === ".json" ? [place] : [`${place}.json`, join(place, "tsconfig.json")];
}

function nodeModules(folder: string): readonly string[] {
  const parent = dirname(folder);
  const own = basename(folder) === "node_modules" ? [] : [join(folder, "node_modules")];
  return parent === folder ? own : [...own, ...nodeModules(parent)];
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
