import { GenerateError } from "../errors.js";
import { checkReferenceCycles } from "./check-reference-cycles.js";
import type { SchemaDefinition } from "./clean-schema.js";
import { collectDefinitions } from "./collect-definitions.js";
import type { Reference } from "./parse-reference.js";
import { ProblemList } from "./problem-list.js";
import { readSchemaFile } from "./read-schema-file.js";
import { resolvePointer } from "./resolve-pointer.js";

const PATH = "definitions.json";

/** Reads all of a folder's `definitions.json`. Throws a `GenerateError` when it is not sound. */
export async function readBuiltinDefinitions(folder: string): Promise<ReadonlyMap<string, SchemaDefinition>> {
  const place = { folder, cwd: folder };
  const problems = new ProblemList();
  const places = (await definitionNames(place)).map((name): Reference => ({ path: PATH, pointer: ["definitions", name] }));
  const { definitions } = await collectDefinitions(place, places, problems);
  checkReferenceCycles(definitions, problems);
  problems.throwErrors();
  return new Map([...definitions].map(([key, { schema, pointer }]) => [key, { name: pointer.at(-1) ?? key, schema }]));
}

async function definitionNames(place: { readonly folder: string; readonly cwd: string }): Promise<readonly string[]> {
  const file = await readSchemaFile(place, PATH);
  if (file && !("root" in file)) throw new GenerateError([file]);
  const node = file && resolvePointer(file.root, ["definitions"]);
  return node?.kind === "object" ? [...node.members.keys()] : [];
}
