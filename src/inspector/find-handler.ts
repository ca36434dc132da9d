import { join, relative } from "node:path";
import { GenerateError } from "../errors.js";
import { findUserFiles } from "../find-user-files.js";
import { readGenerated } from "../write/read-generated.js";
import { readSmallFile } from "../write/read-small-file.js";
import { sealState } from "../write/seal.js";
import { shownPath } from "../write/shown-path.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import type { ProjectFolders } from "./project-folders.js";

/** What a test imports. */
export interface FoundHandler {
  /** The module, as the test names it. */
  readonly module: string;
  /** `MyGitHubHandler`, `github` */
  readonly name: string;
  /** The user's class, their instance, or only the generated class. */
  readonly kind: "class" | "instance" | "generated";
}

/** Bytes of a file that is looked at. */
const LARGEST = 256 * 1024;

/** Folders that hold no handler for production. */
const SKIPPED = /(?:^|[\\/])(?:build|coverage|tests?)[\\/]/;

/**
 * Finds the class that the user exports and that extends a webhook's generated one.
 * Throws a GenerateError when nothing was generated.
 */
export async function findHandler({ spec }: InspectedWebhook, { cwd, output }: ProjectFolders, toModule: (file: string) => string): Promise<FoundHandler> {
  const file = spec.webhook === "default" ? "handler.ts" : `${spec.webhook}.ts`;
  const { texts } = await readGenerated(join(output, spec.provider)).catch(() => ({ texts: new Map<string, string>() }));
  const generated = texts.get(file);
  const base = /^export abstract class (\w+) extends WebhookHandler\b/m.exec(generated ?? "")?.[1];
  if (base === undefined) throw nothingGenerated(spec.provider, shownPath(cwd, output));
  const asJs = (path: string): string => toModule(path).replace(/\.([cm]?)tsx?$/, ".$1js");
  for (const { path } of (await findUserFiles(cwd)).files) {
    if (SKIPPED.test(relative(cwd, path))) continue;
    const text = (await readSmallFile(path, LARGEST).catch(() => undefined)) ?? "";
    const found = sealState(text) === "foreign" ? exported(text, base) : undefined;
    if (found !== undefined) return { ...found, module: asJs(path) };
  }
  return { module: asJs(join(output, spec.provider, file)), name: base, kind: "generated" };
}

/** By its text: the test is shown before it is written, and whoever reads it knows better. */
function exported(text: string, base: string): Omit<FoundHandler, "module"> | undefined {
  const extending = new RegExp(`^export class (\\w+) extends ${base}\\b`, "m").exec(text)?.[1];
  if (extending !== undefined) return { name: extending, kind: "class" };
  const defined = new RegExp(`^export const (\\w+)(?:: \\w+)? = ${base}\\.define\\b`, "m").exec(text)?.[1];
  return defined === undefined ? undefined : { name: defined, kind: "instance" };
}

function nothingGenerated(provider: string, output: string): GenerateError {
  const message = `A test needs your handler, and nothing of ${provider} was generated in ${output}`;
  const hint = `Run "smart-webhooks generate ${provider}" first, or start smart-webhooks dev with --output.`;
  return new GenerateError([{ code: "nothing-generated", severity: "error", message, hint }]);
}
