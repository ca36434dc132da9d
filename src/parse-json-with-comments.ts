/** Reads JSON in which comments and commas before a closing bracket are allowed, as in a tsconfig. Throws a SyntaxError. */
export function parseJsonWithComments(text: string): unknown {
  const plain = text.replace(/^\uFEFF/, "").replaceAll(COMMENT, (match) => (match.startsWith('"') ? match : " "));
  return JSON.parse(plain.replaceAll(LAST_COMMA, (match) => (match.startsWith('"') ? match : "")));
}

// Strings are matched as well, so that nothing inside of them is. What has no end takes the rest: each character is read once.
const STRING = String.raw`"(?:[^"\\\n]|\\.)*"?`;
const COMMENT = new RegExp(String.raw`${STRING}|//[^\n]*|/\*[^]*?(?:\*/|$)`, "g");
const LAST_COMMA = new RegExp(String.raw`${STRING}|,(?=\s*[\]}])`, "g");
