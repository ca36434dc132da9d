/**
 * What a reader cannot see, or what turns the text around it: control, format (bidi marks, zero width), private, lone
 * surrogates, separators, what fonts leave out, white space that is no blank.
 */
export const UNSEEN: RegExp = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/** Writes everything unseen as `\u` escapes. */
function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (unseen) =>
    Array.from({ length: unseen.length }, (_, index) => `\\u${unseen.charCodeAt(index).toString(16).padStart(4, "0")}`).join(""),
  );
}

/** A string as a TypeScript literal, whatever it holds. The one way for text to reach the code. */
export function toLiteral(text: string): string {
  return escapeUnseen(JSON.stringify(text));
}

/** A JSON document, indented; what is unseen stands in it as escapes. */
export function toJsonText(value: unknown): string {
  // Outside of strings JSON has only spaces and line feeds.
  return JSON.stringify(value, null, 2).split("\n").map(escapeUnseen).join("\n");
}

/** A JSON document on one line; what is unseen stands in it as escapes. */
export function toJsonLine(value: unknown): string {
  return escapeUnseen(JSON.stringify(value));
}

/** A property key: bare where it can be, and in an object literal computed for `__proto__`, which would set the prototype. */
export function toKey(text: string): string {
  return text === "__proto__" ? `[${toLiteral(text)}]` : toTypeKey(text);
}

/** A property key of a type: bare where it can be, else in quotes. */
export function toTypeKey(text: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text) ? text : toLiteral(text);
}

/** Text inside a comment: one line that cannot end the comment, hide anything, become a tag or direct a tool. */
export function toComment(text: string): string {
  return (
    text
      .replace(/\s+/gu, " ")
      .replace(UNSEEN, "")
      .trim()
      .replaceAll("*/", "*\\/")
      // "//# sourceMappingURL" and its like are found by tools that do not parse.
      .replace(/(\/[/*])(?=[#@])/g, "$1 ")
      .replace(/(?<![\p{L}\p{N}])@/gu, "\\@")
  );
}
