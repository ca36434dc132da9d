/** What concerns one connection, not the request (RFC 9110, 7.6.1), and what is decided anew. */
const OF_THE_CONNECTION = new Set(["connection", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect"]);

/** Header lines, as Node lists them raw, in pairs: those that are passed on. */
export function endToEnd(raw: readonly string[]): readonly (readonly [name: string, value: string])[] {
  const pairs = Array.from({ length: raw.length / 2 }, (_, index) => [raw[2 * index] ?? "", raw[2 * index + 1] ?? ""] as const);
  const named = new Set(pairs.flatMap(([name, value]) => (name.toLowerCase() === "connection" ? value.toLowerCase().split(/\s*,\s*/) : [])));
  return pairs.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase()) && !named.has(name.toLowerCase()));
}
