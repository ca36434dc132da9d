import { closest } from "../closest.js";
import { listProviders } from "../config/list-providers.js";
import { parseYaml } from "../config/parse-yaml.js";
import { ProblemLog } from "../config/problem-log.js";
import type { ProviderConfig } from "../config/provider-config.js";
import { checkProviderName } from "../config/provider-name.js";
import { readProviderConfig } from "../config/read-provider-config.js";
import { readSettings } from "../config/read-settings.js";
import { readYamlFile } from "../config/read-yaml-file.js";
import { YamlText } from "../config/yaml-text.js";
import { shownPath } from "../config/provider-folders.js";
import { GenerateError, type Problem } from "../errors.js";
import type { AddedText, AddRequest } from "./add-request.js";
import { changeYaml } from "./change-yaml.js";
import { narrowedEvents } from "./narrowed-events.js";
import { newYaml } from "./new-yaml.js";
import { resolveEvents } from "./resolve-events.js";

/** A file as it would be, checked by the reader of configurations. */
export interface Added extends AddedText {
  readonly warnings: readonly Problem[];
  /** What a name such as `pull_request.opened` was taken for, where that is an action of an event. */
  readonly events: readonly string[];
}

/**
 * Writes or extends a provider's `webhook.yaml`, in memory. Throws a GenerateError when the file cannot be parsed, or would
 * not be valid with what is to be added.
 */
export async function addToProvider(request: AddRequest): Promise<Added> {
  const { provider, cwd, providersDir, builtinDir } = request;
  checkProviderName(provider);
  const path = `${provider}/webhook.yaml`;
  const source = await readYamlFile(cwd, providersDir, path);
  if (source !== undefined) checkParses(source);
  const packaged = { cwd, builtinDir, providersDir: builtinDir };
  const isBuiltIn = (await listProviders(packaged)).includes(provider);
  if (source === undefined && !isBuiltIn) await checkIsMeant(request);
  // What is half written has no configuration yet.
  const config = await readProviderConfig(provider, request).catch(onlyGenerateError);
  const events = resolveEvents(request, config, isBuiltIn ? await readProviderConfig(provider, packaged) : undefined);
  const changed = { ...request, events };
  const written = source === undefined ? newYaml(changed, isBuiltIn) : { after: change(source, changed), guessed: [] };
  const file = source?.file ?? shownPath(cwd, `${providersDir}/${path}`);
  const after = written.after === source?.text && config !== undefined ? config : await check(provider, request, new YamlText(file, written.after));
  return { ...written, path, before: source?.text, events, warnings: [...after.warnings, ...narrowedEvents(request.webhook, config, after)] };
}

function checkParses(source: YamlText): void {
  const log = new ProblemLog();
  const root = parseYaml(source, log);
  // A tree in which something was refused is not what the file says.
  if (root === undefined || log.failed) throw new GenerateError(log.problems());
  const webhooks = root.entries.get("webhooks")?.value;
  const isMap = webhooks === undefined || webhooks.kind === "map" || (webhooks.kind === "scalar" && webhooks.value === null);
  if (isMap) return;
  readSettings(root, log);
  throw new GenerateError(log.problems());
}

/** A name next to a known one is a slip, unless it is said how the new provider signs. */
async function checkIsMeant({ provider, settings, ...where }: AddRequest): Promise<void> {
  const meant = closest(provider, await listProviders(where));
  if (meant === undefined || settings.has("verification_type")) return;
  const hint = `Did you mean ${meant}? Else say how ${provider} signs, with --verification-type.`;
  throw new GenerateError([{ code: "unknown-provider", severity: "error", message: `There is no provider named "${provider}".`, hint }]);
}

function onlyGenerateError(error: unknown): undefined {
  if (!(error instanceof GenerateError)) throw error;
}

function change(source: YamlText, request: AddRequest): string {
  const changed = changeYaml(source.text, request);
  if (changed !== undefined) return changed;
  const message = `${source.file} is laid out in a way that nothing can be added to by itself.`;
  const hint = `Add it by hand, under webhooks.${request.webhook}.`;
  throw new GenerateError([{ code: "cannot-edit", severity: "error", message, hint, at: { file: source.file } }]);
}

async function check(provider: string, where: AddRequest, draft: YamlText): Promise<ProviderConfig> {
  try {
    return await readProviderConfig(provider, where, draft);
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    const message = `Nothing was written: ${draft.file} would not be valid. The lines above show it as it would be.`;
    throw new GenerateError([...error.problems, { code: "not-written", severity: "error", message, hint: "Give what is missing as well, or correct the file by hand." }]);
  }
}
