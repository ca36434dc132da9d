import { join, resolve, sep } from "node:path";
import { codeFrame } from "./code-frame.js";
import type { ProviderFolders } from "./config/provider-folders.js";
import type { WebhookConfig } from "./config/provider-config.js";
import { readProviderConfig } from "./config/read-provider-config.js";
import { readYamlFile } from "./config/read-yaml-file.js";
import { GenerateError, type Problem } from "./errors.js";
import { loadModel } from "./load-model.js";
import { readOverlay } from "./read-overlay.js";
import { checkSchemaFolder, findIgnoredKeywords } from "./validate/check-schema-folder.js";
import { strictFindings } from "./validate/strict-findings.js";

/** Everything that is wrong or odd with a provider's YAML and schemas: what one part hides, the others still tell. `strict` also asks what a careful reviewer would. */
export async function validateProvider(provider: string, where: ProviderFolders, strict: boolean): Promise<readonly Problem[]> {
  const { cwd, providersDir } = where;
  const schemasDir = join(providersDir, "..", "schemas");
  const found: Problem[] = [];
  const config = await collect(found, () => readProviderConfig(provider, where));
  const overlay = await collect(found, () => readOverlay(provider, { cwd, schemasDir }).then(() => true));
  const loaded = config && overlay ? await collect(found, () => loadModel({ provider, cwd, providersDir })) : undefined;
  found.push(...((loaded ?? config)?.warnings ?? []));
  if (!(config && overlay)) await collect(found, () => checkSchemaFolder(provider, { schemasDir, cwd }));
  found.push(...((await collect(found, () => findIgnoredKeywords(join(schemasDir, provider), cwd))) ?? []));
  if (strict && config && loaded) {
    const typed = new Set(loaded.models.flatMap(({ types }) => [...types.events.keys()]));
    found.push(...strictFindings(config, { typed, isOwn: ({ at }: WebhookConfig) => resolve(cwd, at.file).startsWith(resolve(cwd, providersDir) + sep) }));
  }
  const distinct = [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
  return (await withFrames(distinct, provider, where)).toSorted(byPlace);
}

/** Adds the lines of the user's YAML to what was found after it was read. */
async function withFrames(problems: readonly Problem[], provider: string, { cwd, providersDir }: ProviderFolders): Promise<readonly Problem[]> {
  const source = await readYamlFile(cwd, providersDir, `${provider}/webhook.yaml`).catch(() => undefined);
  return problems.map((problem) => {
    const { file, line, column } = problem.at ?? {};
    if (problem.frame !== undefined || source === undefined || file !== source.file || line === undefined || column === undefined) return problem;
    return { ...problem, frame: codeFrame(source.lines, { line, column }, (one) => source.isHidden(one)) };
  });
}

async function collect<T>(found: Problem[], read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    found.push(...error.problems);
    return undefined;
  }
}

/** By file, then by line: as somebody goes through them. */
function byPlace({ at: a }: Problem, { at: b }: Problem): number {
  if (a?.file !== b?.file) return (a?.file ?? "") < (b?.file ?? "") ? -1 : 1;
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}
