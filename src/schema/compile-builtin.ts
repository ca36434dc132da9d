import { compileDeclarations } from "./compile-declarations.js";
import type { Overlay } from "./overlay.js";
import type { TypeDeclaration } from "./payload-types.js";
import { readBuiltinDefinitions } from "./read-builtin-definitions.js";

/** Compiles all of a folder's `definitions.json`, whose keys are the declarations' names. Throws a `GenerateError` when it is not sound. */
export async function compileBuiltin(folder: string, overlay?: Overlay): Promise<readonly TypeDeclaration[]> {
  return await compileDeclarations(await readBuiltinDefinitions(folder, overlay));
}
