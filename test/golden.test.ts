import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.js";
import { seal } from "../src/write/seal.js";
import { tempFolder } from "./temp-folder.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const golden = join(root, "test/golden");

/** What is generated into each folder of `test/golden/`. */
const GOLDENS = {
  github: { cwd: tmpdir(), events: ["push", "pull_request", "issues"] },
  "github-all": { cwd: tmpdir() },
  origin: { cwd: join(root, "test/fixtures/origin") },
} as const;

describe.each(Object.entries(GOLDENS))("the golden files of %s", (name, request) => {
  it("are what is generated", async () => {
    const { files, warnings } = await generate({ provider: "github", providersDir: join(request.cwd, "providers"), ...request });
    expect(warnings).toEqual([]);
    for (const { path, text } of files) await expect(seal(text)).toMatchFileSnapshot(join(golden, name, path));
    const written = readdirSync(join(golden, name, "github")).toSorted();
    expect(written).toEqual(files.map(({ path }) => path.replace("github/", "")).toSorted());
  });

  it("hold no any, no enum, no numbered twin and no index signature beside known keys", () => {
    for (const file of readdirSync(join(golden, name, "github"))) {
      const text = readFileSync(join(golden, name, "github", file), "utf8");
      expect(text.match(/: any\b|<any\b|\bany\[\]|^(?:export )?(?:declare )?(?:const )?(?:enum|namespace|module)\b.*/gm)).toBeNull();
      expect(text.match(/^export (?:interface|type) \w*(?<!V)\d\b/gm)).toBeNull();
    }
  });
});

/** The flags under which generated code must compile, as far as each compiler knows them. */
const STRICT = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
};

it.each(["typescript59", "typescript7"])("the golden files compile strictly with %s", (compiler) => {
  const config = join(tempFolder(), "tsconfig.json");
  const files = Object.keys(GOLDENS).flatMap((name) =>
    readdirSync(join(golden, name, "github")).map((file) => join(golden, name, "github", file)),
  );
  writeFileSync(config, JSON.stringify({ compilerOptions: STRICT, files }));
  expect(run(process.execPath, [join(root, "node_modules", compiler, "bin/tsc"), "-p", config])).toBe("");
});

function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, { encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}
