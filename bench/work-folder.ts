import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generate } from "../src/generate.js";
import { packageRoot } from "../src/package-root.js";

/** Where benchmarks put what they make: below bench/, so that packages resolve as from there. */
export const workFolder: string = join(packageRoot(), "bench", "dist", "work");

/** Writes a file below the work folder, and answers its path. */
export function writeWork(path: string, text: string): string {
  const file = join(workFolder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** Generates a built-in provider's files into a folder below the work folder. */
export async function generateInto(folder: string, provider: string, events: readonly string[]): Promise<void> {
  const { files } = await generate({ provider, cwd: workFolder, providersDir: join(workFolder, "no-providers"), events });
  for (const { path, text } of files) writeWork(join(folder, path), text);
}
