/** The PascalCase of a wire name: `payment_intent.succeeded` is `PaymentIntentSucceeded`. May start with a digit, or be empty. */
export function toPascalCase(text: string): string {
  return text
    .normalize("NFC")
    .split(NOT_ALPHANUMERIC)
    .map((word) => capitalize(word))
    .join("");
}

/**
 * What separates words: all but digits and the letters of scripts that were complete before the oldest compiler in use,
 * so that every compiler takes the name and every version of Node writes the same one. Latin, Greek, Cyrillic, kana,
 * the unified ideographs and Hangul.
 */
const NOT_ALPHANUMERIC =
  /[^0-9A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0388-\u038A\u038E-\u03A1\u03A3-\u03F5\u0400-\u0481\u048A-\u052F\u3041-\u3096\u30A1-\u30FA\u4E00-\u9FA5\uAC00-\uD7A3]+/;

// toUpperCase, not toLocaleUpperCase: a Turkish machine must write the same names.
function capitalize(word: string): string {
  const [first = ""] = word;
  const upper = first.toUpperCase();
  // An upper case that younger versions of Unicode added is none for older compilers.
  return new RegExp(NOT_ALPHANUMERIC).test(upper) ? word : upper + word.slice(first.length);
}
