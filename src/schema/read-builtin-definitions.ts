import { GenerateError } from "../errors.js";
import { checkReferenceCycles } from "./check-reference-cycles.js";
import type { SchemaDefinition } from "./clean-schema.js";
import { collectDefinitions } from "./collect-definitions.js";
import { applyOverlay, type Overlay } from "./overlay.js";
import type { Reference } from "./parse-reference.js";
import { ProblemList } from "./problem-list.js";
import { readSchemaFile } from "./read-schema-file.js";
import { resolvePointer } from "./resolve-pointer.js";
import type { SchemaFile } from "./schema-file.js";

const PATH = "definitions.json";

/**
 * Reads all of a folder's `definitions.json`, as the user's overlay has it where there is one.
 * Throws a `GenerateError` when it is not sound.
 */
export async function readBuiltinDefinitions(folder: string, overlay?: Overlay): Promise<ReadonlyMap<string, SchemaDefinition>> {
  const problems = new ProblemList();
  const given = await readDefinitions(folder, overlay, problems);
  problems.throwErrors();
  if (given === undefined) return new Map();
  const places = definitionNames(given).map((name): Reference => ({ path: PATH, pointer: ["definitions", name] }));
  const { definitions } = await collectDefinitions({ folder, cwd: folder, given }, places, problems);
  checkReferenceCycles(definitions, problems);
  problems.throwErrors();
  return new Map([...definitions].map(([key, { schema, pointer }]) => [key, { name: pointer.at(-1) ?? key, schema }]));
}

async function readDefinitions(folder: string, overlay: Overlay | undefined, problems: ProblemList): Promise<SchemaFile | undefined> {
  const file = await readSchemaFile({ folder, cwd: folder }, PATH);
  if (file && !("root" in file)) throw new GenerateError([file]);
  return file && overlay ? applyOverlay(file, overlay, problems) : file;
}

function definitionNames({ root }: SchemaFile): readonly string[] {
  const node = resolvePointer(root, ["definitions"]);
  return node?.kind === "object" ? [...node.members.keys()] : [];
}
