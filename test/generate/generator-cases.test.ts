import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { WebhookHandler, WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { WebhookEvent } from "@smart-webhooks/runtime";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { compileStrictly, compilers } from "../compile-strictly.js";
import { type CaseRun, type GeneratorCase, runCase } from "./run-case.js";

// Hostile and odd projects, each with what must come of it: `test/fixtures/generator-cases`.
const root = packageRoot();
const folder = join(root, "test/fixtures/generator-cases");
const names = readdirSync(folder);
const caseOf = (name: string) => JSON.parse(readFileSync(join(folder, name, "expect.json"), "utf8")) as GeneratorCase;

const runs = new Map<string, CaseRun>();
const compiled = mkdtempSync(join(realpathSync(tmpdir()), "swh-compiled-"));

beforeAll(async () => {
  const queue = [...names];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      const test = caseOf(name);
      runs.set(name, await runCase(join(folder, name), test));
      if (test.exit !== 0) continue;
      runs.set(`${name}-samples`, await runCase(join(folder, name), { ...test, args: [...test.args, "--samples", "--validators"] }));
    }
  };
  await Promise.all([work(), work(), work()]);
  for (const name of runs.keys()) writeProject(name);
  symlinkSync(join(root, "node_modules"), join(compiled, "node_modules"));
  writeFileSync(join(compiled, "package.json"), `{ "type": "module" }`);
}, 300_000);

afterAll(() => rmSync(compiled, { recursive: true, force: true }));

const runOf = (name: string) => runs.get(name) as CaseRun;
const outputOf = (name: string) => [...runOf(name).after.values()].join("\n");

describe.each(names)("%s", (name) => {
  const test = caseOf(name);

  it(`ends as it must: ${test.why}`, () => {
    const { exitCode, stderr } = runOf(name);
    if (test.exit === 0) expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    else if (test.exit === "nonzero") expect([1, 2]).toContain(exitCode);
    else expect([0, 1, 2]).toContain(exitCode);
  });

  it("says what is meant, and shows neither a stack nor a secret", () => {
    const { exitCode, stderr } = runOf(name);
    const mentions = test.exit === "any" && exitCode === 0 ? [] : test.stderrMentions;
    for (const word of mentions) expect(stderr.toLowerCase()).toContain(word.toLowerCase());
    for (const word of test.stderrMustNotContain) expect(stderr).not.toContain(word);
  });

  it("does nothing but write its files", () => {
    const { exitCode, before, after, changedOutside, forbidden, touched } = runOf(name);
    expect({ changedOutside, forbidden }).toEqual({ changedOutside: [], forbidden: "" });
    if (exitCode !== 0 || test.outputUnchanged) expect(after).toEqual(before);
    if (test.mtimeUnchanged) expect(touched).toBe(false);
  });

  it("writes what it must", () => {
    const output = Buffer.from(outputOf(name), "latin1").toString("utf8");
    if (runOf(name).exitCode === 0) for (const text of test.mustContain) expect(output).toContain(text);
    for (const text of test.mustNotContain) expect(output).not.toContain(text);
    if (test.outputMustNotContainCR) expect(output).not.toContain("\r");
    expect(output.length).toBeLessThan(test.maxOutputBytes ?? Number.POSITIVE_INFINITY);
    for (const member of test.classMustNotHaveMember ?? []) expect(output).not.toMatch(new RegExp(`^ {2}(?:override )?${member.replace(/\W/g, "\\$&")}\\b`, "m"));
    if (test.sameOutputAs !== undefined) expect(runOf(name).after).toEqual(runOf(test.sameOutputAs).after);
  });
});

describe("what was written", () => {
  it.each(compilers)("compiles strictly with %s", (compiler) => expect(compileStrictly(compiler, compiled, { include: ["*/**/*.ts"] })).toBe(""));

  it("covers every case that must compile", () => {
    const projects = readdirSync(compiled);
    expect(names.filter((name) => caseOf(name).exit === 0 && caseOf(name).mustCompile && !projects.includes(name))).toEqual([]);
  });

  it("does nothing when imported", async () => {
    compileStrictly("typescript7", compiled, { include: ["*/**/*.ts"], noEmit: false, rootDir: compiled, outDir: join(compiled, "dist") });
    const modules = readdirSync(join(compiled, "dist"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js"));
    expect(modules.length).toBeGreaterThan(names.length / 2);
    const before = Object.getOwnPropertyNames(globalThis).toSorted();
    for (const path of modules) await import(/* @vite-ignore */ pathToFileURL(join(compiled, "dist", path)).href);
    expect(Object.getOwnPropertyNames(globalThis).toSorted()).toEqual(before);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it.each(names.filter((name) => caseOf(name).routable))("%s routes every event", async (name) => {
    const { AcmeHandler } = (await import(/* @vite-ignore */ pathToFileURL(join(compiled, "dist", name, "acme/handler.js")).href)) as GeneratedModule;
    const { routes } = AcmeHandler.spec;
    for (const type of caseOf(name).routable ?? []) {
      const seen: string[] = [];
      const method = Object.hasOwn(routes, type) ? routes[type] : undefined;
      expect(method).toMatch(/^on[A-Z]/);
      const methods = { [method as string]: (event: WebhookEvent) => void seen.push(event.type) };
      const handler = AcmeHandler.define(methods, { env: {}, logger: {} });
      await handler.dispatch(new WebhookEvent({ provider: "acme", type, payload: {} }));
      expect(seen).toEqual([type]);
    }
  });
});

interface GeneratedModule {
  readonly AcmeHandler: {
    readonly spec: { readonly routes: Readonly<Record<string, string>> };
    define(methods: Readonly<Record<string, unknown>>, options: WebhookHandlerOptions): WebhookHandler;
  };
}

/** Puts a case's output where compilers read it, with a user's class and the runtime in reach. */
function writeProject(name: string): void {
  const { after, exitCode } = runOf(name);
  if (exitCode !== 0 || after.size === 0) return;
  for (const [path, text] of after) {
    const file = join(compiled, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(text, "latin1"));
    const [, className] = /^export abstract class (\w+)/m.exec(text) ?? [];
    if (className) writeFileSync(file.replace(/\.ts$/, ".mine.ts"), `import { ${className} } from "./${path.split("/").pop()?.replace(/\.ts$/, ".js")}";\nexport class Mine extends ${className} {}\n`);
  }
}
