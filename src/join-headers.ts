/** Header lines as the runtime has them: names in lower case, several values of one joined by `, `. */
export function joinHeaders(pairs: readonly (readonly [name: string, value: string])[]): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const [written, value] of pairs) {
    const name = written.toLowerCase();
    const earlier = joined.get(name);
    joined.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
  }
  // Makes an own property even of `__proto__`.
  return Object.fromEntries(joined);
}
