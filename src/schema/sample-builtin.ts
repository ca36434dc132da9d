import { buildSamples } from "./build-samples.js";
import type { Overlay } from "./overlay.js";
import type { Sample } from "./payload-types.js";
import { readBuiltinDefinitions } from "./read-builtin-definitions.js";

/** An example of each of a folder's `definitions.json`, by its name. Throws a `GenerateError` when it is not sound. */
export async function sampleBuiltin(folder: string, overlay?: Overlay): Promise<ReadonlyMap<string, Sample>> {
  return buildSamples(await readBuiltinDefinitions(folder, overlay));
}
