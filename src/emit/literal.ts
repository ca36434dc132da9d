/** Invisible characters, and those that reorder what a reader sees: always written as escapes. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/** A string as a TypeScript literal, whatever it holds. The one way for text to reach the code. */
export function toLiteral(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, escapeUnits);
}

/** A property key: bare when it is a plain name, and computed for `__proto__`, which would set the prototype. */
export function toKey(text: string): string {
  if (text === "__proto__") return `[${toLiteral(text)}]`;
  return /^[A-Za-z_$][\w$]*$/.test(text) ? text : toLiteral(text);
}

/** Text inside a comment: one line that cannot end the comment, hide anything or start a directive. */
export function toComment(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(UNSEEN, "")
    .replaceAll("*/", "*\\/")
    .replaceAll("@ts-", "@ ts-")
    .trim();
}

function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
