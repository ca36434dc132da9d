import * as fc from "fast-check";

/** What a reader does not see, or what changes how the text around it is read; one of each kind. */
export const UNSEEN_CHARACTERS: readonly (readonly [kind: string, character: string])[] = [
  ["NUL", "\0"],
  ["a bell", "\u0007"],
  ["an escape", "\u001b"],
  ["a delete", "\u007f"],
  ["a next line", "\u0085"],
  ["a no-break space", "\u00a0"],
  ["a soft hyphen", "\u00ad"],
  ["an Arabic letter mark", "\u061c"],
  ["an Ogham space", "\u1680"],
  ["a zero width space", "\u200b"],
  ["a zero width joiner", "\u200d"],
  ["a right-to-left mark", "\u200f"],
  ["a line separator", "\u2028"],
  ["a paragraph separator", "\u2029"],
  ["a right-to-left override", "\u202e"],
  ["a word joiner", "\u2060"],
  ["a first strong isolate", "\u2068"],
  ["an ideographic space", "\u3000"],
  ["half a pair", "\ud800"],
  ["the other half", "\udfff"],
  ["private use", "\ue000"],
  ["a byte order mark", "\ufeff"],
  ["an interlinear anchor", "\ufff9"],
  ["a tag", "\u{e0041}"],
  ["private use in plane 16", "\u{10fffd}"],
];

/** What ends a string, a comment, a template or a line, or means something to a tool. */
const PIECES = [
  "*/", "/*", "//", "*", "/", "**/", "*\\/", "#", "@", "@ts-ignore", "//# sourceMappingURL=", "//@ ", "<!--", "-->", "</script>",
  '"', "'", "`", "\\", "\\u", "\\u0022", "${", "}", "{", ";", ",", " ", "\t", "\n", "\r\n", "$&", "$1",
  "__proto__", "constructor", "a", "push", "é", "💩", "\u{1f468}\u200d\u{1f469}", "שלום", "0", "-1",
];
const piece = fc.constantFrom(...PIECES, ...UNSEEN_CHARACTERS.map(([, character]) => character));

/** Any text, made mostly of what has broken generators before. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 20 }) },
);

/** One line, of which a reader sees everything: no control, format, private or half character, no space but the blank. */
export const SEEN = /^(?:[^\p{C}\p{Z}]|\p{Cn}| )*$/u;
