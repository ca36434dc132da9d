/** Whether a name would hide something TypeScript knows, or meet a name that the generated handler file uses. */
export function isReservedTypeName(name: string): boolean {
  return RESERVED.has(name) || /(Event|Handler|Payload|\d)$/.test(name) || /^(Webhook|\d)/.test(name) || name === "";
}

const LANGUAGE = `
  AggregateError Array ArrayBuffer ArrayLike AsyncFunction AsyncGenerator AsyncIterable AsyncIterator Atomics Awaited BigInt Boolean Capitalize
  Console DataView Date Error EvalError Exclude Extract Function Generator Infinity Intl Iterable Iterator JSON Map Math NaN NonNullable Number
  Object Omit Parameters Partial Pick Promise PromiseLike Proxy RangeError Readonly ReadonlyArray ReadonlyMap ReadonlySet Record
  ReferenceError Reflect RegExp Required ReturnType Set SharedArrayBuffer String Symbol SyntaxError TypeError URIError Uncapitalize Uppercase
  Lowercase WeakMap WeakRef WeakSet`;

/** Of the platform: a generated type of the same name compiles, but a forgotten import then gives the wrong one. */
const PLATFORM = `
  Animation Attr Audio Blob Body Buffer Cache Comment Credential Crypto Document Element Event File FormData Global Headers History Image
  Location Lock Navigator Node Notification Option Permissions Plugin Process Range Report Request Response Screen Selection Storage Text
  URL Window Worker`;

const RESERVED: ReadonlySet<string> = new Set(`${LANGUAGE} ${PLATFORM}`.trim().split(/\s+/));
