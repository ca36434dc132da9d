import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compilers, compileStrictly } from "../compile-strictly.js";
import { packageRoot } from "../../src/package-root.js";
import { generateAll, removeGenerated } from "./generated-webhooks.js";

let folder: string;
beforeAll(async () => {
  folder = await generateAll();
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  symlinkSync(join(packageRoot(), "node_modules"), join(folder, "node_modules"));
});
afterAll(() => removeGenerated(folder));

it.each(compilers)("everything that every provider can be made into compiles strictly with %s", (compiler) => {
  expect(compileStrictly(compiler, folder, { include: ["**/*.ts"] })).toBe("");
});
