import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PackedYaml } from "./packed-yaml.js";
import type { ProblemLog } from "./problem-log.js";
import { unpackYaml } from "./unpack-yaml.js";
import type { YamlMap } from "./yaml-node.js";
import type { YamlText } from "./yaml-text.js";

/**
 * The tree of a provider's file: the one made when the package was built, where there is one of this very text, else a new one.
 * Undefined when the text is not sound, with the reasons in the log.
 */
export async function readTree(source: YamlText, provider: string, packedDir: string | undefined, log: ProblemLog): Promise<YamlMap | undefined> {
  const packed = packedDir === undefined ? undefined : await readPacked(join(packedDir, `${provider}.json`));
  if (packed?.text === source.text) return unpackYaml(packed.root, source);
  // The parser alone takes half as long to load as node itself.
  const { parseYaml } = await import("./parse-yaml.js");
  return parseYaml(source, log);
}

/** These files are the package's own: they are not checked again. */
async function readPacked(path: string): Promise<PackedYaml | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as PackedYaml);
}
