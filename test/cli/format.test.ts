import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const FORMAT = ["generate", "github", "--events", "push", "--format"];
const read = (cwd: string, file: string) => readFileSync(join(cwd, "webhooks", file), "utf8");

it("--format takes the user's own style", async () => {
  const cwd = tempFolder({ ".prettierrc": `{ "singleQuote": true, "semi": false }` });
  await capture(FORMAT, cwd);
  expect(read(cwd, "github/handler.ts")).toContain(`from './payloads.js'\n`);
  expect(read(cwd, "github/handler.ts")).toContain("generate github --events push --format\n");
  const again = await capture(["generate", "--format", "--check"], cwd);
  expect(again).toMatchObject({ exitCode: 0, stdout: "" });
});

it("--format is not taken from a header: it runs the project's own code", async () => {
  const cwd = tempFolder();
  await capture(FORMAT, cwd);
  const config = `globalThis.__SWH_PWNED = 1; export default {};`;
  writeFileSync(join(cwd, "prettier.config.mjs"), config);
  const { exitCode, stderr } = await capture(["generate"], cwd);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining("format-unsaid") });
  expect(globalThis).not.toHaveProperty("__SWH_PWNED");
  expect(await capture(["generate", "--no-format"], cwd)).toMatchObject({ exitCode: 0 });
});

it("--format says what is wrong with the configuration", async () => {
  const cwd = tempFolder({ ".prettierrc": `{ "plugins": ["nowhere"] }` });
  const { exitCode, stderr } = await capture(FORMAT, cwd);
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining("format-failed") });
  expect(stderr).not.toContain("    at ");
});

describe("--format writes TypeScript, whatever the configuration says", () => {
  it.each([
    { insertPragma: true },
    { requirePragma: true },
    { rangeStart: 300, rangeEnd: 400 },
    { parser: "markdown" },
    { overrides: [{ files: "*.ts", options: { parser: "babel-flow" } }] },
    { endOfLine: "crlf" },
  ])("%j", async (config) => {
    const [plain, odd] = [tempFolder(), tempFolder({ ".prettierrc": JSON.stringify(config) })];
    await capture(FORMAT, plain);
    expect(await capture(FORMAT, odd)).toMatchObject({ exitCode: 0 });
    expect(read(odd, "github/handler.ts")).toBe(read(plain, "github/handler.ts"));
    expect(await capture([...FORMAT, "--check"], odd)).toMatchObject({ exitCode: 0 });
  });
});

describe("--format with a prettier of the project's own", () => {
  const answer = (text: string): string => `export default { resolveConfig: async () => null, format: async (text) => ${text} };`;

  it.each([
    ["throws when it is loaded", `throw new Error("boom");`, "format-failed", "Prettier cannot be loaded: boom"],
    ["is something else", "export default 1;", "format-failed", "Prettier could not format the files"],
    ["throws", answer(`{ throw new Error("no") }`), "format-failed", "Prettier could not format the files: no"],
    ["answers nothing", answer("undefined"), "format-failed", "Prettier could not format the files"],
    ["loses the header", answer("text.slice(1)"), "format-failed", "Prettier changed the first lines of github/handler.ts"],
    ["adds code", answer("text + 'globalThis.x = 1;'"), "unsafe-output", "ExpressionStatement"],
    ["breaks the code", answer("text + '}'"), "unsafe-output", "a syntax error"],
  ])("that %s", async (_, source, code, says) => {
    const cwd = tempFolder({
      "node_modules/prettier/package.json": `{ "name": "prettier", "type": "module", "main": "index.js" }`,
      "node_modules/prettier/index.js": source,
    });
    const { exitCode, stdout, stderr } = await capture(FORMAT, cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(code);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain("This is a bug");
    if (code === "format-failed") expect(stderr).toContain("--no-format");
  });
});
