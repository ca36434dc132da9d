type Pair = readonly [name: string, value: string];

/**
 * Headers in JSON, as servers and logs have them: an object, a list of pairs, of `{ name, value }`, or of names and values by
 * turns (Node's `rawHeaders`); each perhaps in the field `headers` of a whole request. Undefined for anything else.
 */
export function parseJsonHeaders(text: string): readonly Pair[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const { headers = value } = (value ?? {}) as { readonly headers?: unknown };
    return toPairs(typeof headers === "object" ? headers : value);
  } catch {
    return undefined;
  }
}

function toPairs(value: unknown): readonly Pair[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (!Array.isArray(value)) return together(Object.entries(value).map(([name, one]) => named(name, one)));
  const items: readonly unknown[] = value;
  const isFlat = items.length % 2 === 0 && items.every((item) => typeof item === "string");
  if (isFlat) return together(items.flatMap((name, index) => (index % 2 === 0 ? [named(name, items[index + 1])] : [])));
  return together(items.map((item) => (Array.isArray(item) && item.length === 2 ? named(item[0], item[1]) : fromRecord(item))));
}

function fromRecord(item: unknown): readonly Pair[] | undefined {
  const { name, key = name, value } = (item ?? {}) as Readonly<Record<string, unknown>>;
  return named(key, value);
}

/** A header of one value or of several. */
function named(name: unknown, value: unknown): readonly Pair[] | undefined {
  const values = [value].flat();
  const isHeader = typeof name === "string" && name !== "" && values.every((one) => ["string", "number", "boolean"].includes(typeof one));
  return isHeader ? values.map((one) => [name, String(one)] as const) : undefined;
}

function together(found: readonly (readonly Pair[] | undefined)[]): readonly Pair[] | undefined {
  return found.includes(undefined) ? undefined : found.flatMap((pairs) => pairs ?? []);
}
