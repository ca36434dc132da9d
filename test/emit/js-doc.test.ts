import * as fc from "fast-check";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { toComment } from "../../src/encode.js";
import { jsDoc } from "../../src/js-doc.js";
import { hostileText } from "./hostile-text.js";

const SEE = "@see https://example.com";

describe("a JSDoc comment", () => {
  it.each<[string, string, string]>([
    ["of one paragraph that fits stands on one line", jsDoc(["Someone pushed."]), "/** Someone pushed. */"],
    ["takes a tag onto that line", jsDoc(["Pushed."], [SEE]), `/** Pushed. ${SEE} */`],
    ["of tags alone too", jsDoc([], ["@deprecated"]), "/** @deprecated */"],
    ["parts paragraphs, and tags from them", jsDoc(["One.", "Two."], [SEE, "@deprecated"]), `/**\n * One.\n *\n * Two.\n *\n * ${SEE}\n * @deprecated\n */`],
    ["that does not fit has a line for each tag", jsDoc(["word ".repeat(15).trim()], [SEE]), `/**\n * ${"word ".repeat(15).trim()}\n * ${SEE}\n */`],
    ["is broken between words", jsDoc([`${"word ".repeat(20)}end`]), `/**\n * ${"word ".repeat(19).trim()}\n * word end\n */`],
    ["does not break a long word, and leaves no empty line before it", jsDoc(["x".repeat(120)]), `/**\n * ${"x".repeat(120)}\n */`],
  ])("%s", (_, text, expected) => expect(text).toBe(expected));

  it("takes 100 columns less its indentation, and not one more", () => {
    const fits = "x".repeat(100 - 4 - "/**  */".length);
    expect(jsDoc([`${fits}`], [], 2).split("\n")).toHaveLength(1);
    expect(jsDoc([`${fits}xxx`], [], 2).split("\n")).toHaveLength(3);
  });

  const paragraphs = fc.array(hostileText.map(toComment), { minLength: 1, maxLength: 3 });

  it("is one comment, whatever is put into it as comments", () => {
    fc.assert(
      fc.property(paragraphs, fc.array(hostileText.map((text) => `@see ${toComment(text)}`), { maxLength: 2 }), fc.nat(10), (texts, tags, indent) => {
        const { program, comments, errors } = parseSync("a.ts", `${jsDoc(texts, tags, indent)}\nnext;`, { lang: "ts", sourceType: "module" });
        expect(errors).toEqual([]);
        expect(comments).toHaveLength(1);
        expect(program.body).toHaveLength(1);
      }),
      { numRuns: 2000 },
    );
  });

  it("says all its words in their order, within 100 columns but for words that are longer", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.stringMatching(/^[a-z.]{1,40}$/), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 }), fc.nat(10), (texts, indent) => {
        const text = jsDoc(texts.map((words) => words.join(" ")), [], indent);
        expect(text.split(/[\s*/]+/).filter((word) => word !== "")).toEqual(texts.flat());
        for (const line of text.split("\n")) expect(line.length + indent).toBeLessThanOrEqual(100);
        expect(text).not.toMatch(/[ \t]$/m);
      }),
    );
  });

  it("ends no line in a blank, whatever its texts end in and wherever they are wrapped", () => {
    const words = `${"word ".repeat(30)}  ${"x".repeat(90)}  ${"y".repeat(90)} `;
    for (const text of [words, "", " "]) expect(jsDoc([text, "more "], ["@see it "])).not.toMatch(/ $/m);
  });
});
