import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GenerateError, type Problem } from "../../src/errors.js";
import { addHandlerMethods, type HandlerMethodsRequest } from "../../src/user-code/add-handler-methods.js";
import { tempFolder } from "../temp-folder.js";
import { handlerProject } from "./handler-project.js";

const IMPORT = 'import { GitHubHandler } from "./webhooks/github/handler.js";\n';
const MINE = `${IMPORT}export class Mine extends GitHubHandler {}\n`;

async function problemOf(cwd: string, request: Partial<HandlerMethodsRequest> = {}): Promise<Problem | undefined> {
  try {
    await addHandlerMethods({ file: "mine.ts", cwd, provider: "github", events: ["push"], ...request });
    return undefined;
  } catch (error) {
    if (error instanceof GenerateError) return error.problems[0];
    throw error;
  }
}

const codeOf = async (text: string | Uint8Array, request?: Partial<HandlerMethodsRequest>) => (await problemOf(handlerProject({ "mine.ts": text }), request))?.code;

describe("a file is refused", () => {
  it.each([
    ["with a syntax error", "export class {", "typescript-syntax"],
    ["nested deeper than anybody writes", `${MINE}const deep = ${"(".repeat(20_000)}1${")".repeat(20_000)};`, "typescript-syntax"],
    ["with a sum that is as deep", `${MINE}const deep = ${"1+".repeat(5000)}1;`, "typescript-syntax"],
    ["without a class", "export {};", "no-handler"],
    ["whose class is declared only", `${IMPORT}declare class Mine extends GitHubHandler {}`, "no-handler"],
    ["whose class extends the payloads", 'import { GitHubHandler } from "./webhooks/github/payloads.js";\nclass Mine extends GitHubHandler {}', "no-handler"],
    ["whose class extends another one of the generated file", 'import { Other } from "./webhooks/github/handler.js";\nclass Mine extends Other {}', "no-handler"],
    ["whose classes extend each other", "class A extends B {}\nclass B extends A {}", "no-handler"],
    ["whose class extends a call", `${IMPORT}class Mine extends mixed(GitHubHandler) {}`, "no-handler"],
    ["with a class and an object", `${MINE}export const other = GitHubHandler.define({});`, "several-handlers"],
    ["that is not UTF-8", Buffer.from(`${MINE}// caf\u00E9`, "latin1"), "not-utf8"],
    ["that is empty", "", "no-handler"],
  ])("%s", async (_, text, code) => expect(await codeOf(text)).toBe(code));

  it.each([
    ["a webhook that it does not handle", { webhook: "releases" }, "no-handler"],
    ["a class that it has not", { className: "Other" }, "unknown-class"],
    ["a provider that it does not handle", { provider: "stripe" }, "no-handler"],
    ["an event that was not generated", { events: ["release"] }, "event-not-generated"],
    ["an action that was not generated", { events: ["push", "pull_request.locked_away"] }, "event-not-generated"],
    ["an inherited name", { events: ["__proto__"] }, "event-not-generated"],
    ["another ending", { file: "mine.js" }, "not-typescript"],
    ["declarations", { file: "mine.d.ts" }, "not-typescript"],
    ["a file that is not there", { file: "none.ts" }, "no-such-file"],
    ["a file outside", { file: "../mine.ts" }, "path-outside"],
    ["a generated file", { file: "webhooks/github/handler.ts" }, "generated-file"],
  ])("for %s", async (_, request, code) => expect(await codeOf(MINE, request)).toBe(code));

  it("without showing a secret that stands beside what is no TypeScript", async () => {
    const problem = await problemOf(handlerProject({ "mine.ts": 'const secret = "whsec_1234";\nconst x = ;\n' }));
    expect(problem?.frame).toContain("const x = ;");
    expect(JSON.stringify(problem)).not.toContain("whsec_1234");
  });

  it("with line and column of what is no TypeScript", async () => {
    const problem = await problemOf(handlerProject({ "mine.ts": `\uFEFF${IMPORT.replace("\n", "\r\n")}class A {\r\n  x = ;\r\n}` }));
    expect(problem?.at).toEqual({ file: "mine.ts", line: 3, column: 7 });
  });
});

describe.skipIf(process.platform === "win32")("a symlink is refused", () => {
  it("as the file", async () => {
    const cwd = handlerProject({ "real.ts": MINE });
    symlinkSync(join(cwd, "real.ts"), join(cwd, "mine.ts"));
    expect((await problemOf(cwd))?.code).toBe("symlink");
    expect(readFileSync(join(cwd, "real.ts"), "utf8")).toBe(MINE);
  });

  it("as a folder that leads out", async () => {
    const cwd = handlerProject({});
    symlinkSync(tempFolder({ "mine.ts": MINE }), join(cwd, "out"));
    expect((await problemOf(cwd, { file: "out/mine.ts" }))?.code).toBe("symlink");
  });
});

it.each(["onPush() {}", "async 'onPush'() {}", '["onPush"]() {}', "onPush = () => {};", "get onPush() { return () => {}; }", "constructor(readonly onPush: () => void) { super(); }"])("a class keeps what it calls onPush: %s", async (member) => {
  const cwd = handlerProject({ "mine.ts": MINE.replace(" {}", ` { ${member} }`) });
  const { added, kept } = await addHandlerMethods({ file: "mine.ts", cwd, provider: "github", events: ["push"] });
  expect({ added, kept: kept.map(({ name }) => name) }).toEqual({ added: [], kept: ["onPush"] });
});

it.each(["static onPush() {}", "#onPush() {}"])("a class lacks onPush though it has: %s", async (member) => {
  const cwd = handlerProject({ "mine.ts": MINE.replace(" {}", ` { ${member} }`) });
  expect((await addHandlerMethods({ file: "mine.ts", cwd, provider: "github", events: ["push"] })).added).toHaveLength(1);
});

describe("a generated class is found", () => {
  it.each([
    ["by an alias of the tsconfig", "@hooks/github/handler.js", { "tsconfig.json": '{ "compilerOptions": { "paths": { "@hooks/*": ["./webhooks/*"] } } }' }],
    ["by an import of the package", "#hooks/github/handler.js", { "package.json": '{ "type": "module", "imports": { "#hooks/*.js": "./webhooks/*.ts" } }' }],
    ["without an ending", "./webhooks/github/handler", {}],
    ["by its own ending", "./webhooks/github/handler.ts", {}],
  ])("%s", async (_, specifier, files) => {
    const cwd = handlerProject({ ...files, "mine.ts": MINE.replace("./webhooks/github/handler.js", specifier) });
    const { added, plan } = await addHandlerMethods({ file: "mine.ts", cwd, provider: "github", events: ["push"] });
    expect(added.map(({ name }) => name)).toEqual(["onPush"]);
    expect(plan.changes[0]?.after).toContain(`import { GitHubHandler, type PushEvent } from "${specifier}"`);
  });

  it("from a file in a folder below", async () => {
    const cwd = handlerProject({});
    mkdirSync(join(cwd, "src"));
    writeFileSync(join(cwd, "src/mine.ts"), MINE.replace("./webhooks", "../webhooks"));
    expect((await addHandlerMethods({ file: "src/mine.ts", cwd, provider: "github", events: ["push", "push"] })).added).toHaveLength(1);
  });
});
