import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, Project, SyntaxKind } from "ts-morph";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const project = new Project({ compilerOptions: { allowJs: false }, skipFileDependencyResolution: true });
project.addSourceFilesAtPaths(["src", "templates", "tools"].map((folder) => join(root, folder, "**/*.ts")));
const files = project
  .getSourceFiles()
  .filter((file) => !/node_modules|\/dist\//.test(file.getFilePath()))
  .map((file) => ({ path: relative(root, file.getFilePath()), file }));

/** What each room may import besides itself. A `type:` prefix allows types only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "src/config": ["src/*"],
  "src/schema": ["src/*"],
  "src/model": ["src/*", "type:src/config", "type:src/schema"],
  "src/emit": ["src/*", "templates", "type:src/model"],
  templates: ["src/*", "src/emit", "type:src/init", "type:src/model"],
  "src/write": ["src/*"],
  "src/import": ["src/*", "src/config", "src/schema", "src/model"],
  "src/add": ["src/*", "src/config", "src/model", "templates"],
  "src/init": ["src/*", "src/write", "templates", "type:src/model"],
  "src/diff": ["src/*"],
  "src/user-code": ["src/*", "src/model", "src/write"],
  "src/doctor": ["src/*", "src/user-code", "src/write"],
  "src/explain": ["src/*", "src/schema"],
  "src/cli": ["src/*", "src/add", "src/config", "src/delivery", "src/describe", "src/doctor", "src/explain", "src/import", "src/init", "src/inspector", "src/user-code", "src/write", "type:src/diff"],
  "src/describe": ["src/*", "type:src/config", "type:src/model"],
  "src/validate": ["src/*", "src/schema", "src/describe", "type:src/config"],
  "src/*": ["src/config", "src/schema", "src/model", "src/describe", "src/emit", "src/validate", "src/write", "src/diff"],
  "src/delivery": ["src/*", "src/import", "src/schema", "type:src/model"],
  "src/inspector": ["src/*", "src/write", "src/diff", "src/delivery", "src/explain"],
  "src/runtime": [],
  tools: ["src/*", "src/cli", "src/config", "src/describe", "src/explain", "src/schema", "src/model", "src/emit", "src/write"],
};

/** Rooms of the runtime that may use Node's own modules. */
const NODE_ROOMS = /^src\/runtime\/(crypto\/node\.ts|adapters\/)/;

function roomOf(path: string): string {
  const parts = dirname(path).split("/");
  if (parts[0] !== "src") return parts[0] as string;
  return parts.length === 1 ? "src/*" : `src/${parts[1]}`;
}

function importsOf({ path, file }: (typeof files)[number]): readonly { readonly to: string; readonly types: boolean }[] {
  const declared = [...file.getImportDeclarations(), ...file.getExportDeclarations()];
  const dynamic = file
    .getDescendantsOfKind(SyntaxKind.CallExpression)
    .filter((call) => call.getExpression().getKind() === SyntaxKind.ImportKeyword)
    .map((call) => ({ to: call.getArguments()[0]?.getText().slice(1, -1) ?? "", types: false }));
  const found = declared.flatMap((one) => {
    const to = one.getModuleSpecifierValue();
    return to === undefined ? [] : [{ to, types: one.isTypeOnly() }];
  });
  return [...found, ...dynamic].map(({ to, types }) => ({
    to: to.startsWith(".") ? relative(root, resolve(root, dirname(path), to)).replace(/\.js$/, ".ts") : to,
    types,
  }));
}

describe("the rooms", () => {
  it("are all there", () => expect(files.length).toBeGreaterThan(100));

  it.each(files.map((file) => [file.path, file] as const))("%s imports only what its room may", (path, file) => {
    const room = roomOf(path);
    const allowed = MAY_IMPORT[room];
    expect(allowed, `no rule for ${room}`).toBeDefined();
    const wrong = importsOf(file).filter(({ to, types }) => {
      if (!to.includes("/") || to.startsWith("@") || to.startsWith("node:") || to.startsWith("#")) return false;
      const other = roomOf(to);
      if (other === room || allowed?.includes(other)) return false;
      return !(types && allowed?.includes(`type:${other}`));
    });
    expect(wrong).toEqual([]);
  });

  it("of the runtime import no package, and Node's modules only where they are meant to", () => {
    const wrong = files
      .filter(({ path }) => path.startsWith("src/runtime/"))
      .flatMap((file) => importsOf(file).map(({ to }) => ({ from: file.path, to })))
      .filter(({ from, to }) => {
        if (to.startsWith("src/runtime/") || to === "#crypto") return false;
        return !(to.startsWith("node:") && NODE_ROOMS.test(from));
      });
    expect(wrong).toEqual([]);
  });

  it("never import the TypeScript compiler, importers of types apart", () => {
    expect(files.filter(({ path }) => !path.startsWith("tools/import/")).flatMap((file) => importsOf(file)).filter(({ to }) => to === "typescript")).toEqual([]);
  });
});

describe("sizes", () => {
  const lines = files.map(({ path, file }) => ({ path, lines: file.getEndLineNumber() }));

  it("of files stay small", () => {
    const sorted = lines.map((one) => one.lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
    expect(lines.filter((one) => one.lines > 300)).toEqual([]);
  });

  it("of functions stay small", () => {
    const functions = files.flatMap(({ path, file }) => [
      ...file.getDescendantsOfKind(SyntaxKind.FunctionDeclaration).map((one) => measure(path, one)),
      ...file.getDescendantsOfKind(SyntaxKind.MethodDeclaration).map((one) => measure(path, one)),
      ...file.getDescendantsOfKind(SyntaxKind.ArrowFunction).map((one) => measure(path, one)),
    ]);
    const sorted = functions.map((one) => one.lines).toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(30);
    expect(functions.filter((one) => one.lines > 50)).toEqual([]);
  });

  function measure(path: string, node: Node): { readonly path: string; readonly lines: number } {
    return { path: `${path}:${node.getStartLineNumber()}`, lines: node.getEndLineNumber() - node.getStartLineNumber() + 1 };
  }
});

describe("no corner is cut", () => {
  it.each(files.map(({ path, file }) => [path, file] as const))("%s has no any and nothing left to do", (_, file) => {
    expect(file.getDescendantsOfKind(SyntaxKind.AnyKeyword).map((one) => one.getStartLineNumber())).toEqual([]);
    expect(file.getFullText()).not.toMatch(/\b(?:TODO|FIXME|XXX)\b|@ts-ignore|@ts-nocheck/);
  });
});

describe("the documents", () => {
  it("name folders that exist", () => {
    const map = readFileSync(join(root, "AGENTS.md"), "utf8");
    const named = [...map.matchAll(/`((?:src|templates|providers|schemas|tools|test)\/[\w/]*)`/g)].map(([, path]) => path as string);
    expect(named.length).toBeGreaterThan(8);
    for (const path of named) expect(() => readdirSync(join(root, path))).not.toThrow();
  });
});
