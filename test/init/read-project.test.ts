import { join } from "node:path";
import { expect, it } from "vitest";
import { readProject } from "../../src/init/read-project.js";
import { tempFolder } from "../temp-folder.js";

it.each([
  ["npm", { "package-lock.json": "{}" }],
  ["pnpm", { "pnpm-lock.yaml": "", "package-lock.json": "{}" }],
  ["yarn", { "yarn.lock": "" }],
  ["bun", { "bun.lock": "" }],
  ["bun", { "bun.lockb": "" }],
  ["npm", { "package.json": "{}" }],
  ["pnpm", { "package.json": '{"packageManager":"pnpm@9.1.0+sha512.abc"}', "yarn.lock": "" }],
  ["yarn", { "package.json": '{"packageManager":"odd"}', "yarn.lock": "" }],
])("%s is the package manager of %j", async (expected, files) => {
  expect((await readProject(tempFolder(files))).packageManager).toBe(expected);
});

it("in a workspace the lock file stands above", async () => {
  const root = tempFolder({ "pnpm-lock.yaml": "", "packages/shop/package.json": "{}" });
  expect((await readProject(join(root, "packages/shop"))).packageManager).toBe("pnpm");
});

it("reads what package.json names, in whatever group, and the folder's names", async () => {
  const cwd = tempFolder({ "package.json": '\uFEFF{"dependencies":{"express":"5"},"devDependencies":{"wrangler":"4"},"peerDependencies":null}', "src/app/page.tsx": "" });
  const { packages, entries } = await readProject(cwd);
  expect([...packages]).toEqual(["express", "wrangler"]);
  expect([...entries].toSorted()).toEqual(["package.json", "src", "src/app"]);
});

it("refuses a package.json that is no JSON", async () => {
  await expect(readProject(tempFolder({ "package.json": "{ name: shop }" }))).rejects.toThrow("package.json is not valid JSON.");
});
