import * as fc from "fast-check";
import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { toComment, toKey, toLiteral, toTypeKey } from "../../src/encode.js";
import { evaluate } from "./evaluate.js";
import { hostileText, SEEN, UNSEEN_CHARACTERS } from "./hostile-text.js";

const RUNS = { numRuns: 3000 };
const parse = (text: string) => parseSync("text.ts", text, { lang: "ts", sourceType: "module" });

describe("a literal", () => {
  it("is the text again, to JSON and to TypeScript", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(JSON.parse(toLiteral(text))).toBe(text);
        expect(evaluate(toLiteral(text))).toBe(text);
      }),
      RUNS,
    );
  });

  it("is one line that is seen whole", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(toLiteral(text)).toMatch(SEEN);
      }),
      RUNS,
    );
  });

  it.each(UNSEEN_CHARACTERS)("shows %s by its number", (_, character) => {
    expect(toLiteral(`a${character}b`)).toMatch(/^"a(?:\\u[0-9a-f]{4}){1,2}b"$/);
  });

  it.each(["push", "é", "支払い", "שלום", "💩", "a b", "$(id)", "`${x}`", "it's"])("leaves %j readable", (text) => {
    expect(toLiteral(text)).toBe(`"${text}"`);
  });
});

describe("a key", () => {
  it("of an object is the text, and sets no prototype", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(evaluate(`{ ${toKey(text)}: 1 }`)).toEqual({ entries: [[text, 1]] });
      }),
      RUNS,
    );
  });

  it("of a type is the text", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { program, errors } = parse(`interface A { ${toTypeKey(text)}?: 1 }`);
        const [declared] = program.body;
        const member = declared?.type === "TSInterfaceDeclaration" ? declared.body.body[0] : undefined;
        const key = member?.type === "TSPropertySignature" && !member.computed ? member.key : undefined;
        expect(errors).toEqual([]);
        expect(key?.type === "Identifier" ? key.name : key?.type === "Literal" ? key.value : undefined).toBe(text);
      }),
      RUNS,
    );
  });

  it.each([
    ["push", "push", "push"],
    ["_a$1", "_a$1", "_a$1"],
    ["class", "class", "class"],
    ["constructor", "constructor", "constructor"],
    ["__proto__", '["__proto__"]', "__proto__"],
    ["404", '"404"', '"404"'],
    ["", '""', '""'],
    ["a b", '"a b"', '"a b"'],
    ["a\n", '"a\\n"', '"a\\n"'],
    ["é", '"é"', '"é"'],
  ])("%j is %s in an object and %s in a type", (text, key, typeKey) => {
    expect(toKey(text)).toBe(key);
    expect(toTypeKey(text)).toBe(typeKey);
  });
});

describe("a comment", () => {
  it.each([["/** ", " */"], ["/* ", " */"], ["// ", ""], ["/**\n * `", "`\n * @see x\n */"]])("between %j and %j never ends early", (open, close) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { program, comments, errors } = parse(`${open}${toComment(text)}${close}\nnext;`);
        expect(errors).toEqual([]);
        expect(comments).toHaveLength(1);
        expect(program.body.map(({ type }) => type)).toEqual(["ExpressionStatement"]);
      }),
      RUNS,
    );
  });

  it("is one line that is seen whole, and instructs nobody", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const comment = toComment(text);
        expect(comment).toMatch(SEEN);
        // A tag, a compiler's instruction, a source map's address.
        expect(comment).not.toMatch(/(?:^|[\s*/])@|\/[/*][#@]/);
        expect(comment).toBe(comment.trim());
      }),
      RUNS,
    );
  });

  it.each([
    ["ends */ here", "ends *\\/ here"],
    ["*\u200b/", "*\\/"],
    ["**/", "**\\/"],
    ["two\n lines\tand more", "two lines and more"],
    ["  around  ", "around"],
    ["\u202egnihtyna\u202c", "gnihtyna"],
    ["@ts-ignore", "\\@ts-ignore"],
    ["see @param and a@b.example", "see \\@param and a@b.example"],
    ["//# sourceMappingURL=x", "// # sourceMappingURL=x"],
    ["/*@__PURE__*/", "/* \\@__PURE__*\\/"],
    ["Größe, 支払い, שלום 💩", "Größe, 支払い, שלום 💩"],
  ])("%j is written %s", (text, comment) => expect(toComment(text)).toBe(comment));
});
