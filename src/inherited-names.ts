/** What TypeScript finds on every object: a key of such a name is compared with the inherited member wherever it is not written. */
export const INHERITED_NAMES: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);
