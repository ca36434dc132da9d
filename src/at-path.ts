/** What stands at a path of own keys in a JSON value; undefined where it leads nowhere. */
export function atPath(path: readonly string[], data: unknown): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined), data);
}
