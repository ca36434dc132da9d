import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// What `import … from` loads at once; `import type` is erased and `await import()` waits for its command.
const staticImport = /^(?:import|export) (?!type )(?:[^;]*? from )?"([^"]+)";/gm;

function loadedAtOnce(file: string, seen: Set<string> = new Set()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(staticImport)) {
    if (specifier.startsWith(".")) loadedAtOnce(join(dirname(file), specifier.replace(/\.js$/, ".ts")), seen);
    else seen.add(specifier);
  }
  return seen;
}

test("--help and --version load the argument parser and the colours, nothing heavier", () => {
  const entry = fileURLToPath(new URL("../../src/cli/index.ts", import.meta.url));
  const packages = [...loadedAtOnce(entry)].filter((name) => !name.startsWith("/") && !name.startsWith("node:"));
  expect(packages.toSorted()).toEqual(["commander", "picocolors"]);
});
