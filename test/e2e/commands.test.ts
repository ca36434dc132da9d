import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { type Installed, installPacked } from "./install-packed.js";
import { runScenario } from "./run-scenario.js";
import type { Scenario } from "./scenario.js";

// Each command as a user runs it, from the packed package: what it prints, and its exit code.
const folder = join(packageRoot(), "test/e2e/commands");
const golden = join(packageRoot(), "test/golden/commands");
const modules = await Promise.all(
  readdirSync(folder).map(async (file) => (await import(pathToFileURL(join(folder, file)).href)) as { readonly scenarios: readonly Scenario[] }),
);
const scenarios = modules.flatMap((module) => module.scenarios);

let installed: Installed;

beforeAll(async () => {
  installed = await installPacked();
});

afterAll(() => installed.remove());

it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (name, scenario) => {
  await expect(await runScenario(installed, scenario)).toMatchFileSnapshot(join(golden, `${name}.txt`));
});

it("each has a name of its own, and a golden of no scenario is gone", () => {
  const names = scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  const kept = readdirSync(golden, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".txt"));
  expect(kept.map((file) => file.replaceAll("\\", "/").replace(/\.txt$/, "")).filter((file) => !names.includes(file))).toEqual([]);
});
