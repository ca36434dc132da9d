import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { addHandlerMethods, type HandlerMethods } from "../../src/user-code/add-handler-methods.js";
import { applyWrites } from "../../src/write/apply-writes.js";
import { diffOf } from "../../src/write/diff.js";
import { compilers, compileStrictly } from "../compile-strictly.js";
import { fixtureNames, handlerProject, isWithin, readFixture } from "./handler-project.js";

const EVENTS = ["push", "pull_request.opened"];

/** Which class of a file, where it has several. */
const CLASS: Readonly<Record<string, string>> = { "generic-and-inherited.ts": "Inner" };

/** It imports types as values: no compiler takes that under `verbatimModuleSyntax`. */
const UNTYPED = "untyped-modifiers.ts";

function add(cwd: string, file: string, events: readonly string[] = EVENTS): Promise<HandlerMethods> {
  return addHandlerMethods({ file, cwd, provider: "github", events, className: CLASS[file] });
}

async function written(name: string): Promise<Buffer> {
  const cwd = handlerProject({ [name]: readFixture(name) });
  await applyWrites((await add(cwd, name)).plan);
  return readFileSync(join(cwd, name));
}

describe.each(fixtureNames)("%s", (name) => {
  it("gets methods and imports", async () => {
    const { plan } = await add(handlerProject({ [name]: readFixture(name) }), name);
    const diff = plan.changes.map(diffOf).join("").replaceAll("\r", "\u240D").replaceAll("\uFEFF", "<BOM>");
    await expect(diff).toMatchFileSnapshot(join(packageRoot(), "test/golden/handlers", name.replace(/\.ts$/, ".diff")));
  });

  it("keeps each byte that it had, in order", async () => {
    expect(isWithin(readFixture(name), await written(name))).toBe(true);
  });

  it("is left alone the second time", async () => {
    const first = await written(name);
    const { plan, added, kept } = await add(handlerProject({ [name]: first }), name);
    expect({ added, kept: kept.length, change: plan.changes[0]?.change }).toEqual({ added: [], kept: EVENTS.length, change: "unchanged" });
  });
});

it.each(compilers)("all of them compile strictly with %s", async (compiler) => {
  const texts = await Promise.all(fixtureNames.map(async (name) => [name, await written(name)] as const));
  const cwd = handlerProject(Object.fromEntries(texts));
  const typed = fixtureNames.filter((name) => name !== UNTYPED);
  expect(compileStrictly(compiler, cwd, { include: typed })).toBe("");
  expect(compileStrictly(compiler, cwd, { include: [UNTYPED], verbatimModuleSyntax: false })).toBe("");
});
