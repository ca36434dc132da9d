import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTsconfigExtension } from "../../src/cli/read-tsconfig-extension.js";
import { tempFolder } from "../temp-folder.js";

const BUNDLER = `{ "compilerOptions": { "moduleResolution": "bundler" } }`;
const read = (cwd: string, output = "src/webhooks") => readTsconfigExtension(join(cwd, output), cwd);

describe("the tsconfig that counts", () => {
  it.each([
    ["is the nearest", { "tsconfig.json": "{}", "src/tsconfig.json": BUNDLER }, "none"],
    ["is that of the package", { "package.json": "{}", "tsconfig.json": BUNDLER }, "none"],
    ["is none above the package", { "src/package.json": "{}", "tsconfig.json": BUNDLER }, "js"],
    ["is no folder", { "tsconfig.json/x": "" }, "js"],
  ])("%s", async (_, files, extension) => {
    expect(await read(tempFolder(files))).toBe(extension);
  });

  it("is that of the package above the working directory", async () => {
    const root = tempFolder({ "package.json": "{}", "tsconfig.json": BUNDLER });
    expect(await read(join(root, "deep"))).toBe("none");
  });

  it("is none above the working directory, without a package", async () => {
    const root = tempFolder({ "tsconfig.json": BUNDLER });
    expect(await read(join(root, "deep"))).toBe("js");
  });
});

describe("extends", () => {
  const extending = (base: string | readonly string[]): string => JSON.stringify({ extends: base });
  it.each([
    ["a file beside it", { "tsconfig.json": extending("./base.json"), "base.json": BUNDLER }, "none"],
    ["a file without its ending", { "tsconfig.json": extending("./base"), "base.json": BUNDLER }, "none"],
    ["a package", { "tsconfig.json": extending("@acme/base"), "node_modules/@acme/base/tsconfig.json": BUNDLER }, "none"],
    ["a file of a package", { "tsconfig.json": extending("base/strict.json"), "node_modules/base/strict.json": BUNDLER }, "none"],
    ["several, the last of which counts", { "tsconfig.json": extending(["./a", "./b"]), "a.json": BUNDLER, "b.json": `{ "compilerOptions": { "moduleResolution": "nodenext" } }` }, "js"],
    ["what it overrides", { "tsconfig.json": `{ "extends": "./a", "compilerOptions": { "module": "preserve" } }`, "a.json": `{ "compilerOptions": { "module": "nodenext" } }` }, "none"],
    ["nothing that is there", { "tsconfig.json": `{ "extends": "nowhere", "compilerOptions": { "module": "preserve" } }` }, "js"],
    ["no text", { "tsconfig.json": `{ "extends": [{}, null] }` }, "js"],
    ["itself", { "tsconfig.json": extending("./tsconfig.json") }, "js"],
    ["a file of more than a megabyte", { "tsconfig.json": extending("./base.json"), "base.json": BUNDLER + " ".repeat(1024 * 1024) }, "js"],
  ])("%s", async (_, files, extension) => {
    expect(await read(tempFolder(files))).toBe(extension);
  });

  it("each file twice, thirty times over, has an end", async () => {
    const files = Array.from({ length: 30 }, (_, index) => [`c${index}.json`, extending([`./c${index + 1}`, `./c${index + 1}`])] as const);
    const cwd = tempFolder({ "tsconfig.json": extending("./c0"), ...Object.fromEntries(files), "c30.json": BUNDLER });
    expect(await read(cwd)).toBe("js");
  });
});

describe("what is no file is not opened", () => {
  it.skipIf(process.platform === "win32").each(["tsconfig.json", "base.json"])("a pipe called %s", async (name) => {
    const cwd = tempFolder(name === "base.json" ? { "tsconfig.json": `{ "extends": "./base.json" }` } : {});
    execFileSync("sh", ["-c", `mkfifo "$0"`, join(cwd, name)]);
    expect(await read(cwd)).toBe("js");
  });

  it.skipIf(process.platform === "win32")("a device", async () => {
    const cwd = tempFolder();
    symlinkSync("/dev/zero", join(cwd, "tsconfig.json"));
    expect(await read(cwd)).toBe("js");
  });
});
