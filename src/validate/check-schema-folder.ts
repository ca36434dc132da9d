import { join } from "node:path";
import { listSchemaFolder } from "../schema/list-schema-folder.js";
import { loadUserPayloads } from "../schema/load-user-payloads.js";
import { ProblemList } from "../schema/problem-list.js";
import { readSchemaFile } from "../schema/read-schema-file.js";
import type { Problem } from "../errors.js";
import { ignoredKeywords } from "./ignored-keywords.js";

/** The keywords in a user's schema files that change nothing. Files that cannot be read are told of elsewhere. */
export async function findIgnoredKeywords(folder: string, cwd: string): Promise<readonly Problem[]> {
  const problems = new ProblemList();
  for (const path of (await listSchemaFolder({ folder, cwd })).filter((name) => name.endsWith(".json")).toSorted()) {
    const file = await readSchemaFile({ folder, cwd }, path);
    if (file !== undefined && "root" in file) ignoredKeywords(file, problems);
  }
  return problems.warnings;
}

/**
 * Checks a user's schema files by themselves: which events there are cannot be known, as the YAML is broken.
 *
 * @throws GenerateError with every problem found in them
 */
export async function checkSchemaFolder(provider: string, { schemasDir, cwd }: { readonly schemasDir: string; readonly cwd: string }): Promise<void> {
  const folder = join(schemasDir, provider);
  const events = (await listSchemaFolder({ folder, cwd })).flatMap((name) => (name.endsWith(".schema.json") ? [name.slice(0, -".schema.json".length)] : []));
  await loadUserPayloads({ folder, cwd, events, listed: events, prefix: "", samples: false, taken: () => new Set() }, new ProblemList());
}
