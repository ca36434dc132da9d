import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Prettier from "prettier";
import { GenerateError } from "../errors.js";
import type { GeneratedFile } from "../write/generated-file.js";

/** Where to find prettier and its configuration. Both absolute. */
interface Folders {
  readonly cwd: string;
  readonly output: string;
}

/**
 * Formats the files with the user's prettier and its configuration, where they have one, else with ours.
 *
 * @throws GenerateError when prettier cannot be loaded, refuses, or loses the header
 */
export async function formatFiles(files: readonly GeneratedFile[], folders: Folders): Promise<readonly GeneratedFile[]> {
  const prettier = await loadPrettier(folders.cwd).catch((error: unknown) => {
    throw cannotFormat(`Prettier cannot be loaded: ${reasonOf(error)}`);
  });
  try {
    return await Promise.all(files.map((file) => formatFile(file, prettier, folders)));
  } catch (error) {
    throw error instanceof GenerateError ? error : cannotFormat(`Prettier could not format the files: ${reasonOf(error)}`);
  }
}

async function formatFile({ path, text }: GeneratedFile, prettier: typeof Prettier, { output }: Folders): Promise<GeneratedFile> {
  const filepath = join(output, path);
  const config = await prettier.resolveConfig(filepath, { editorconfig: true });
  const formatted = await prettier.format(text, { ...config, ...OURS, filepath });
  // By its first lines a file is known as ours, and how it was made.
  const header = text.split("\n", 2).join("\n");
  if (!formatted.startsWith(`${header}\n`)) throw cannotFormat(`Prettier changed the first lines of ${path}, which say how it was made`);
  return { path, text: formatted };
}

/** What no configuration may change: it is TypeScript, all of it, as it is. Line ends are settled on writing. */
const OURS: Prettier.Options = {
  parser: "typescript",
  endOfLine: "lf",
  insertPragma: false,
  requirePragma: false,
  rangeStart: 0,
  rangeEnd: Number.POSITIVE_INFINITY,
};

async function loadPrettier(cwd: string): Promise<typeof Prettier> {
  let entry: string;
  try {
    entry = createRequire(join(cwd, "package.json")).resolve("prettier");
  } catch {
    return await import("prettier");
  }
  const loaded = (await import(pathToFileURL(entry).href)) as { readonly default: typeof Prettier };
  return loaded.default;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

function cannotFormat(message: string): GenerateError {
  const hint = "Mend your prettier or its configuration, or generate with --no-format.";
  return new GenerateError([{ code: "format-failed", severity: "error", message, hint }]);
}
