import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { GenerateError, type Problem } from "../../src/errors.js";
import type { GenerateRequest, GenerateResult } from "../../src/generate.js";
import { tempFolder } from "../temp-folder.js";
import { sampleFile, specFile } from "../write/sample-file.js";
import { capture } from "./capture.js";

// The pipeline has its own tests; here it makes what a test asks for.
const generate = vi.hoisted(() => vi.fn<(request: GenerateRequest) => Promise<GenerateResult>>());
vi.mock("../../src/generate.js", () => ({ generate }));

const warning: Problem = { code: "weak-hash", severity: "warning", message: "SHA-1 is weak." };

function result({ provider }: Pick<GenerateRequest, "provider">, more: Partial<GenerateResult> = {}): GenerateResult {
  const files = [sampleFile(`${provider}/handler.ts`), sampleFile(`${provider}/payloads.ts`)];
  return { files, warnings: [], eventsWithoutSchema: [], isPartial: false, webhooks: [], importEnding: ".js", ...more };
}

function unknownProvider(provider: string): GenerateError {
  return new GenerateError([
    { code: "unknown-provider", severity: "error", message: `No provider ${provider}.`, hint: "See list." },
  ]);
}

function project(): string {
  return tempFolder({ "providers/acme/webhook.yaml": "", "providers/zeta/webhook.yaml": "" });
}

beforeEach(() => {
  generate.mockReset();
  generate.mockImplementation(async (request) => result(request));
});

describe("generate writes", () => {
  test("the files, says which, and what to do next", async () => {
    const cwd = project();
    expect(await capture(["generate", "acme"], cwd)).toEqual({
      exitCode: 0,
      stdout: "created  webhooks/acme/handler.ts\ncreated  webhooks/acme/payloads.ts\n",
      stderr:
        "Done: 2 files created in webhooks.\n" +
        "Next: npm install @smart-webhooks/runtime, then extend the class in webhooks/acme/handler.ts.\n",
    });
    expect(readFileSync(join(cwd, "webhooks/acme/handler.ts"), "utf8")).toContain("// Content hash: ");
  });

  test("and says to install the runtime only where package.json does not list it", async () => {
    const cwd = project();
    writeFileSync(join(cwd, "package.json"), '{ "dependencies": { "@smart-webhooks/runtime": "0.1.0" } }');
    expect((await capture(["generate", "acme"], cwd)).stderr).toContain("\nNext: extend the class in webhooks/acme/handler.ts.\n");
  });

  test("nothing new the second time", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    expect(await capture(["generate", "acme"], cwd)).toEqual({
      exitCode: 0,
      stdout: "unchanged  webhooks/acme/handler.ts\nunchanged  webhooks/acme/payloads.ts\n",
      stderr: "Done: 2 files unchanged in webhooks.\n",
    });
  });

  test("what is stale goes, unless only one webhook is made", async () => {
    const cwd = project();
    generate.mockResolvedValueOnce(result({ provider: "acme" }, { files: [specFile("acme/handler.ts")] }));
    await capture(["generate", "acme"], cwd);
    const files = [specFile("acme/releases.ts")];
    generate.mockResolvedValueOnce(result({ provider: "acme" }, { files, isPartial: true }));
    const one = await capture(["generate", "acme", "--webhook", "releases"], cwd);
    expect(one.stdout).toBe("created  webhooks/acme/releases.ts\n");
    generate.mockResolvedValueOnce(result({ provider: "acme" }, { files }));
    const all = await capture(["generate", "acme"], cwd);
    expect(all.stdout.split("\n")).toContain("removed  webhooks/acme/handler.ts");
  });

  test.each([
    { name: "src/webhooks where there is a src", files: { "src/app.ts": "" }, argv: [], output: "src/webhooks" },
    { name: "webhooks where src is a file", files: { src: "" }, argv: [], output: "webhooks" },
    { name: "-o", files: { "src/app.ts": "" }, argv: ["-o", "lib/hooks"], output: "lib/hooks" },
    { name: "--cwd", files: { "deep/src/app.ts": "" }, argv: ["--cwd", "deep"], output: "deep/src/webhooks" },
    { name: "an odd folder", files: {}, argv: ["-o", "my app's ünïcode $(x)"], output: "my app's ünïcode $(x)" },
  ])("to $name", async ({ files, argv, output }) => {
    const cwd = tempFolder(files);
    expect(await capture(["generate", "acme", ...argv], cwd)).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(cwd, output, "acme/handler.ts"))).toBe(true);
  });

  test("outside of the working directory when the user says so", async () => {
    const [cwd, outside] = [project(), tempFolder()];
    const { exitCode, stdout } = await capture(["generate", "acme", "-o", outside], cwd);
    expect({ exitCode, first: stdout.split("\n")[0] }).toEqual({
      exitCode: 0,
      first: `created  ${outside}/acme/handler.ts`,
    });
  });
});

describe("generate asks the pipeline", () => {
  test("for the choice the options make", async () => {
    const cwd = project();
    await capture(["generate", "acme", "--events", "push, pull_request.opened", "--webhook", "releases"], cwd);
    expect(generate).toHaveBeenCalledExactlyOnceWith({
      provider: "acme",
      cwd,
      providersDir: join(cwd, "providers"),
      events: ["push", "pull_request.opened"],
      webhook: "releases",
      kept: new Map(),
      tsconfigExtension: "js",
    });
  });

  test.each([
    { argv: ["acme", "acme"], asked: ["acme"] },
    { argv: ["zeta", "acme"], asked: ["zeta", "acme"] },
    { argv: [], asked: ["acme", "zeta"] },
  ])("for $asked when $argv is named", async ({ argv, asked }) => {
    await capture(["generate", ...argv], project());
    expect(generate.mock.calls.map(([{ provider }]) => provider)).toEqual(asked);
  });

  test.each([
    { argv: [], says: "no-providers", files: {} },
    { argv: ["acme", "zeta", "--events", "push"], says: "one-provider-only", files: {} },
    {
      argv: ["--webhook", "x"],
      says: "one-provider-only",
      files: { "providers/a/webhook.yaml": "", "providers/b/webhook.yaml": "" },
    },
  ])("never when the choice is none: $says", async ({ argv, says, files }) => {
    const cwd = tempFolder(files);
    const { exitCode, stdout, stderr } = await capture(["generate", ...argv], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(generate).not.toHaveBeenCalled();
  });
});

describe("generate --check", () => {
  test("writes nothing, prints a diff and answers 1 when a file is stale", async () => {
    const cwd = project();
    const { exitCode, stdout, stderr } = await capture(["generate", "acme", "--check"], cwd);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("--- /dev/null\n+++ b/webhooks/acme/handler.ts\n@@ -0,0 +1,5 @@\n+// Generated by");
    expect(stderr).toBe("Stale: 2 files. Run the same command without --check.\n");
    expect(existsSync(join(cwd, "webhooks"))).toBe(false);
  });

  test("answers 0 when all is current", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    expect(await capture(["generate", "acme", "--check"], cwd)).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "Up to date: 2 files.\n",
    });
  });

  test("an edited file is a difference like any other", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    const handler = join(cwd, "webhooks/acme/handler.ts");
    const edited = readFileSync(handler, "utf8").replace("one", "\u001b[31muno");
    writeFileSync(handler, edited);
    const { exitCode, stdout } = await capture(["generate", "acme", "--check"], cwd);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("-export const uno = 1;\n+export const one = 1;");
    expect(readFileSync(handler, "utf8")).toBe(edited);
  });
});

describe("generate --dry-run", () => {
  test("says what would be written and writes nothing", async () => {
    const cwd = project();
    const { exitCode, stdout, stderr } = await capture(["generate", "acme", "--dry-run"], cwd);
    expect({ exitCode, first: stdout.split("\n")[0] }).toEqual({
      exitCode: 0,
      first: "created  webhooks/acme/handler.ts",
    });
    expect(stderr).toBe("Nothing written: 2 files created in webhooks.\n");
    expect(existsSync(join(cwd, "webhooks"))).toBe(false);
  });
});

describe("generate refuses", () => {
  test("an edited file without --force, and takes it with --force", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    const handler = join(cwd, "webhooks/acme/handler.ts");
    writeFileSync(handler, `${readFileSync(handler, "utf8")}// mine\n`);
    const refused = await capture(["generate", "acme"], cwd);
    expect(refused).toMatchObject({ exitCode: 2, stdout: "" });
    expect(refused.stderr).toContain("webhooks/acme/handler.ts  error  generated-file-edited");
    expect(refused.stderr).toContain("--force");
    const forced = await capture(["generate", "acme", "--force"], cwd);
    expect(forced.stdout).toContain("changed  webhooks/acme/handler.ts\n");
  });

  test("an output that is a symlink to outside", async () => {
    const [cwd, outside] = [project(), tempFolder()];
    symlinkSync(outside, join(cwd, "webhooks"));
    const { exitCode, stderr } = await capture(["generate", "acme"], cwd);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("symlink");
    expect(readdirSync(outside)).toEqual([]);
  });

  test("all providers when one fails, with the problems of each", async () => {
    const cwd = project();
    generate.mockImplementation(async (request) => {
      if (request.provider === "acme") return result(request, { warnings: [warning] });
      throw unknownProvider(request.provider);
    });
    const { exitCode, stdout, stderr } = await capture(["generate", "nope", "acme", "nada"], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toBe(
      "warning  weak-hash  SHA-1 is weak.\n" +
        "error  unknown-provider  No provider nope.\n  See list.\n" +
        "error  unknown-provider  No provider nada.\n  See list.\n",
    );
    expect(existsSync(join(cwd, "webhooks"))).toBe(false);
  });

  test.each(["..", ".", "a/b"])("to own a folder called %j", async (provider) => {
    generate.mockResolvedValue(result({ provider: "acme" }, { files: [] }));
    const cwd = project();
    expect(await capture(["generate", provider], cwd)).toMatchObject({ exitCode: 2, stdout: "" });
  });

  test("to show a stack for what nobody foresaw", async () => {
    generate.mockRejectedValue(new TypeError("x is not a function\n    at somewhere (file.js:1:1)"));
    const quiet = await capture(["generate", "acme"], project());
    expect(quiet).toMatchObject({ exitCode: 2, stdout: "" });
    expect(quiet.stderr).toMatch(/^error {2}internal {2}x is not a function\n {2}This is a bug/);
    expect(quiet.stderr).not.toContain("    at ");
    const loud = await capture(["generate", "acme"], project(), { env: { SMART_WEBHOOKS_DEBUG: "1" } });
    expect(loud.stderr).toContain("    at ");
  });
});

describe("generate prints", () => {
  beforeEach(() => {
    generate.mockImplementation(async (request) =>
      result(request, { warnings: [warning], eventsWithoutSchema: ["a", "b"] }),
    );
  });

  test("warnings and events without a schema to stderr", async () => {
    const { stderr } = await capture(["generate", "acme"], project());
    expect(stderr).toContain("warning  weak-hash  SHA-1 is weak.\n");
    expect(stderr).toContain("No schema for 2 events (payload is unknown): a, b\n");
  });

  test("one JSON document with --json, before or after the command", async () => {
    const expected = {
      files: [
        { path: "webhooks/acme/handler.ts", change: "created" },
        { path: "webhooks/acme/payloads.ts", change: "created" },
      ],
      warnings: [warning],
      problems: [],
    };
    for (const argv of [
      ["generate", "acme", "--json"],
      ["--json", "generate", "acme"],
    ]) {
      const { stdout, stderr } = await capture(argv, project());
      expect(JSON.parse(stdout)).toEqual(expected);
      expect(stderr).toBe("");
    }
  });

  test("the problems as JSON too", async () => {
    generate.mockRejectedValue(unknownProvider("nope"));
    const { exitCode, stdout, stderr } = await capture(["generate", "nope", "--json"], project());
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ files: [], warnings: [], problems: [{ code: "unknown-provider" }] });
  });

  test("errors only with --silent", async () => {
    expect(await capture(["generate", "acme", "--silent"], project())).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    generate.mockRejectedValue(unknownProvider("nope"));
    const { exitCode, stderr } = await capture(["generate", "nope", "--silent"], project());
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "error  unknown-provider  No provider nope.\n  See list.\n",
    });
  });

  test.each([
    { isTTY: true, env: {}, isColoured: true },
    { isTTY: true, env: { NO_COLOR: "1" }, isColoured: false },
    { isTTY: false, env: {}, isColoured: false },
  ])("colours only on a terminal that wants them: $isTTY $env", async ({ isColoured, ...options }) => {
    const { stderr } = await capture(["generate", "acme"], project(), options);
    expect(stderr.includes("\u001b[33mwarning")).toBe(isColoured);
  });
});

test("six runs at once leave the files of one", async () => {
  const cwd = project();
  mkdirSync(join(cwd, "webhooks"));
  const runs = await Promise.all(Array.from({ length: 6 }, () => capture(["generate", "acme"], cwd)));
  expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(readdirSync(join(cwd, "webhooks/acme")).toSorted()).toEqual(["handler.ts", "payloads.ts"]);
  expect(statSync(join(cwd, "webhooks/acme/handler.ts")).isFile()).toBe(true);
});
