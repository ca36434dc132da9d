import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compilers, compileStrictly } from "../compile-strictly.js";
import { compileFolder } from "../model/compile-folder.js";
import { generateAcme } from "../model/generate-acme.js";
import { tempFolder } from "../temp-folder.js";

const accepted = [new URL("accepted.ts", import.meta.url), new URL("accepted-use.ts", import.meta.url)].map((url) => fileURLToPath(url));
const refused = [new URL("refused.ts", import.meta.url), new URL("refused-events.ts", import.meta.url)].map((url) => fileURLToPath(url));

/** A web `Response` to return: the flags' own libraries are those of no platform. */
const WEB = { "web.d.ts": '/// <reference lib="dom" />\n' };

it.each(compilers)("what a customer may write compiles with %s", (compiler) => {
  expect(compileStrictly(compiler, tempFolder(), { include: accepted })).toBe("");
});

it.each(compilers)("what a customer may not write is refused by %s, and nothing beside it", (compiler) => {
  // A mark above a line that compiles is an error itself.
  expect(compileStrictly(compiler, tempFolder(WEB), { include: [...refused, "web.d.ts"] })).toBe("");
});

it("each refusal is for the reason that it names", () => {
  // A mark takes any error, that of a type which is not found too: so once more, without the marks.
  const texts = refused.map((file) => [basename(file), readFileSync(file, "utf8")] as const);
  const folder = compileFolder({ ...WEB, ...Object.fromEntries(texts.map(([file, text]) => [file, unmarked(text)])) });
  const errors = errorsOf(compileStrictly("typescript", folder, { include: [...refused.map((file) => basename(file)), "web.d.ts"] }));
  expect(errors.toSorted()).toEqual(texts.flatMap(([file, text]) => namedErrors(file, text)).toSorted());
});

describe("an event without a schema", () => {
  it.each([
    ["gives what nobody described", "const payload: unknown = event.payload; return { payload };", []],
    ["is not to be read unchecked", "return { id: event.payload.id };", ["user.ts:2 TS18046"]],
    ["is not to be taken for something", "const payload: { id: 1 } = event.payload; return payload;", ["user.ts:2 TS2322"]],
  ])("%s", async (_, body, errors) => {
    const { texts } = await generateAcme({ events: ["deploy"] });
    const user = `import { AcmeHandler } from "./acme/handler.js";\nexport const mine: AcmeHandler = AcmeHandler.define({ onDeploy(event) { ${body} } });\n`;
    const folder = compileFolder({ ...texts, "user.ts": user });
    expect(errorsOf(compileStrictly("typescript", folder, { include: ["user.ts"] }))).toEqual(errors);
  });
});

function unmarked(text: string): string {
  const golden = join(dirname(fileURLToPath(import.meta.url)), "../golden/");
  return text.replaceAll("@ts-expect-error", "refused:").replaceAll('"../golden/', `"${golden}`);
}

/** The errors that the marks name, of the lines below them: `refused.ts:10 TS2416`. */
function namedErrors(file: string, text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => [...line.matchAll(/@ts-expect-error (TS\d+) \S/g)].map(([, code]) => `${file}:${index + 2} ${code}`));
}

function errorsOf(output: string): readonly string[] {
  return [...output.matchAll(/^(\S.*)\((\d+),\d+\): error (TS\d+)/gm)].map(([, path = "", line, code]) => `${basename(path)}:${line} ${code}`);
}
