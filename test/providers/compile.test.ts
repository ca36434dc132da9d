import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
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

it("everything is made twice the same", async () => {
  const again = await generateAll();
  try {
    for (const file of readdirSync(again, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
      expect(readFileSync(join(again, file), "utf8") === readFileSync(join(folder, file), "utf8"), file).toBe(true);
    }
  } finally {
    removeGenerated(again);
  }
});

it.each(compilers)("everything that every provider can be made into compiles strictly with %s", (compiler) => {
  expect(compileStrictly(compiler, folder, { include: ["**/*.ts"] })).toBe("");
});
