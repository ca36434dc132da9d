import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Prettier from "prettier";
import { GenerateError } from "../errors.js";
import type { GeneratedFile } from "../write/generated-file.js";

/**
 * Formats the files with the user's prettier and its configuration, where they have one, else with ours.
 *
 * @throws GenerateError when prettier refuses
 */
export async function formatFiles(
  files: readonly GeneratedFile[],
  { cwd, output }: { readonly cwd: string; readonly output: string },
): Promise<readonly GeneratedFile[]> {
  const prettier = await loadPrettier(cwd);
  try {
    return await Promise.all(
      files.map(async ({ path, text }) => {
        const filepath = join(output, path);
        const config = await prettier.resolveConfig(filepath, { editorconfig: true });
        // Line ends are settled on writing; a file is stored with LF.
        return { path, text: await prettier.format(text, { ...config, filepath, endOfLine: "lf" }) };
      }),
    );
  } catch (error) {
    throw cannotFormat(error);
  }
}

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

function cannotFormat(error: unknown): GenerateError {
  const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
  return new GenerateError([
    {
      code: "format-failed",
      severity: "error",
      message: `Prettier could not format the files: ${reason}`,
      hint: "Mend your prettier configuration, or generate without --format.",
    },
  ]);
}
