/** Types that TypeScript code uses without an import: a declaration of that name would mislead whoever reads it. */
export const GLOBAL_NAMES: ReadonlySet<string> = new Set(
  [
    "AbortController AbortSignal Array ArrayBuffer AsyncIterable AsyncIterator Awaited BigInt Blob Boolean Buffer",
    "Capitalize Crypto CustomEvent DataView Date Document Element Error Event EventTarget Exclude Extract File FormData Function",
    "Generator Headers History InstanceType Intl Iterable Iterator JSON Location Lowercase Map Math Navigator Node NodeJS",
    "NonNullable Number Object Omit Parameters Partial Performance Pick Promise PropertyKey Proxy Readonly ReadonlyArray",
    "ReadonlyMap ReadonlySet Record Reflect RegExp Request Required Response ReturnType Set Storage String Symbol Text",
    "URL URLSearchParams Uint8Array Uncapitalize Uppercase WeakMap WeakRef WeakSet WebSocket Window Worker",
  ].flatMap((line) => line.split(" ")),
);
