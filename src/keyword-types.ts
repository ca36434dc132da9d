/** How TypeScript writes the types that are one word, by the parser's name for them. */
export const KEYWORD_TYPES: ReadonlyMap<string, string> = new Map([
  ["TSBooleanKeyword", "boolean"],
  ["TSNeverKeyword", "never"],
  ["TSNullKeyword", "null"],
  ["TSNumberKeyword", "number"],
  ["TSStringKeyword", "string"],
  ["TSUndefinedKeyword", "undefined"],
]);
