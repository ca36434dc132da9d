import { resolve, sep } from "node:path";
import { GenerateError, type Problem } from "../errors.js";
import { checkProvider } from "./check-provider.js";
import { extendProvider } from "./inherit.js";
import { listProviders } from "./list-providers.js";
import { resolveNamedSchemes, type SchemeSource } from "./named-schemes.js";
import { ProblemLog } from "./problem-log.js";
import type { ProviderConfig } from "./provider-config.js";
import type { ProviderFolders } from "./provider-folders.js";
import { checkProviderName } from "./provider-name.js";
import { type ProviderSettings, readSettings } from "./read-settings.js";
import { readTree } from "./read-tree.js";
import { readYamlFile } from "./read-yaml-file.js";
import { unknownProvider } from "./unknown-provider.js";
import type { YamlText } from "./yaml-text.js";

/**
 * Reads and checks a provider's `webhook.yaml`, the user's over the built-in one. Throws a GenerateError with every problem found.
 *
 * @param draft - Stands for the user's file: what is to be written is read as what was
 */
export async function readProviderConfig(provider: string, where: ProviderFolders, draft?: YamlText): Promise<ProviderConfig> {
  checkProviderName(provider);
  const sources = await readSources(provider, where, draft);
  if (sources.length === 0) throw new GenerateError([unknownProvider(provider, await listProviders(where))]);
  const log = new ProblemLog();
  const parsed: ProviderSettings[] = [];
  for (const source of sources) {
    const read = await parseSettings(source, provider, where, log);
    if (read !== undefined) parsed.push(read);
  }
  const settings = await Promise.all(parsed.map((read) => resolveNamedSchemes(read, schemeSource(where), log)));
  const [base, user] = settings;
  // Half of what belongs together would only give problems that are not there.
  if (base === undefined || settings.length < sources.length) throw new GenerateError(log.problems());
  const config = checkProvider(provider, user === undefined ? base : extendProvider(base, user), log);
  if (log.failed) throw new GenerateError(log.problems());
  const warnings = log.problems().map((warning) => (warning.at !== undefined && isBuiltin(warning.at.file, where) ? withoutFrame(warning) : warning));
  return { ...config, ...(sources.every(({ file }) => isBuiltin(file, where)) && { isPackaged: true }), warnings };
}

function isBuiltin(file: string, { cwd, builtinDir, providersDir }: ProviderFolders): boolean {
  return builtinDir !== providersDir && resolve(cwd, file).startsWith(resolve(cwd, builtinDir) + sep);
}

// The lines of a file that nobody can edit are of no use to anybody.
function withoutFrame({ code, severity, message, hint, at }: Problem): Problem {
  return { code, severity, message, ...(hint !== undefined && { hint }), ...(at !== undefined && { at }) };
}

// The built-in file first, then the user's.
async function readSources(provider: string, { cwd, builtinDir, providersDir }: ProviderFolders, draft?: YamlText): Promise<YamlText[]> {
  const sources: YamlText[] = [];
  for (const root of [builtinDir, providersDir]) {
    const source = root === providersDir && draft !== undefined ? draft : await readYamlFile(cwd, root, `${provider}/webhook.yaml`);
    // With `--providers-dir` on the package's own folder, both are one file.
    if (source !== undefined && sources[0]?.file !== source.file) sources.push(source);
  }
  return sources;
}

// The built-in files only: what a name stands for must not change with the user's folder.
function schemeSource(where: ProviderFolders): SchemeSource {
  const { cwd, builtinDir } = where;
  return {
    names: () => listProviders({ cwd, builtinDir, providersDir: builtinDir }),
    load: async (provider) => {
      const source = await readYamlFile(cwd, builtinDir, `${provider}/webhook.yaml`);
      const log = new ProblemLog();
      const settings = source && (await parseSettings(source, provider, where, log));
      // A scheme of which a key was refused would be a weaker one.
      return log.failed ? undefined : settings;
    },
  };
}

async function parseSettings(source: YamlText, provider: string, { packedDir }: ProviderFolders, log: ProblemLog): Promise<ProviderSettings | undefined> {
  const root = await readTree(source, provider, packedDir, log);
  return root && readSettings(root, log);
}
