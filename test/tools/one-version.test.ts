import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";

const read = (path: string): string => readFileSync(join(packageRoot(), path), "utf8");

it("both packages carry one changelog: a release copies the runtime's over the other", () => expect(read("CHANGELOG.md")).toBe(read("src/runtime/CHANGELOG.md")));

it("both carry one version, and the command line wants that of the runtime", () => {
  const { version, dependencies } = JSON.parse(read("package.json")) as { version: string; dependencies: Record<string, string> };
  const runtime = JSON.parse(read("src/runtime/package.json")) as { name: string; version: string };
  expect([version, dependencies[runtime.name]]).toEqual([runtime.version, runtime.version]);
});
