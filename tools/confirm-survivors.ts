import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";

// Stryker turns a mutant on after the test files are loaded. What runs while they load (specs are made there) never
// sees it, and it "survives". So each survivor is written into a copy of the project, and the tests are run as usual.
// Run by `npm run mutate` after Stryker, and prints those that survive here too: whether one matters is for a reader to say.

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement: string;
  readonly location: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

const root = packageRoot();
const report = JSON.parse(readFileSync(process.argv[2] ?? join(root, "reports/mutation.json"), "utf8")) as {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
};
const sandbox = mkdtempSync(join(tmpdir(), "smart-webhooks-mutants-"));
let count = 0;
let survived = 0;

try {
  const left = new Set(["node_modules", ".git", ".stryker-tmp", "reports", "dist"].map((name) => join(root, name)));
  cpSync(root, sandbox, { recursive: true, filter: (path) => !left.has(path) });
  symlinkSync(join(root, "node_modules"), join(sandbox, "node_modules"));
  for (const [path, { source, mutants }] of Object.entries(report.files)) {
    for (const mutant of mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage")) {
      count += 1;
      writeFileSync(join(sandbox, path), mutated(source, mutant));
      const name = `${path}:${mutant.location.start.line}:${mutant.location.start.column} ${mutant.mutatorName} -> ${mutant.replacement}`;
      const isAlive = testsPass();
      if (isAlive) survived += 1;
      console.log(`${isAlive ? "survived" : "killed  "}  ${name}`);
    }
    writeFileSync(join(sandbox, path), source);
  }
} finally {
  rmSync(sandbox, { recursive: true, force: true });
}
console.log(`${count} checked, ${survived} survived.`);

function mutated(source: string, { location: { start, end }, replacement }: Mutant): string {
  const starts = [0, ...Array.from(source.matchAll(/\n/g), ({ index }) => index + 1)];
  const at = ({ line, column }: Place): number => (starts[line - 1] ?? 0) + column - 1;
  return source.slice(0, at(start)) + replacement + source.slice(at(end));
}

function testsPass(): boolean {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.mutate.config.ts", "--bail", "1", "--no-isolate"];
  return spawnSync(process.execPath, args, { cwd: sandbox, stdio: "ignore", timeout: 300_000 }).status === 0;
}
