/** The path cannot be set: says why, as the end of the sentence "`path` …". */
export interface UnsettablePath {
  readonly unsettable: string;
}

/** A copy of a JSON value with another value at a dotted path: `commits.0.id`. What is not there on the way is made. */
export function setPath(data: unknown, keys: readonly string[], value: unknown): { readonly data: unknown } | UnsettablePath {
  const [key, ...deeper] = keys;
  if (key === undefined) return { data: value };
  if (Array.isArray(data)) return setItem(data, key, deeper, value);
  if (typeof data !== "object" && data !== undefined) return { unsettable: `leads into a ${typeof data}, which has no "${key}"` };
  const record: object = data ?? {};
  const held = Object.hasOwn(record, key) ? (record as Record<string, unknown>)[key] : undefined;
  const inner = setPath(held, deeper, value);
  if ("unsettable" in inner) return inner;
  // Makes an own property even of `__proto__`, and leaves the order as it was.
  return { data: Object.fromEntries(new Map([...Object.entries(record), [key, inner.data]])) };
}

function setItem(list: readonly unknown[], key: string, deeper: readonly string[], value: unknown): { readonly data: unknown } | UnsettablePath {
  const index = /^(?:0|[1-9][0-9]*)$/.test(key) ? Number(key) : Number.NaN;
  if (!(index <= list.length)) return { unsettable: `leads into a list of ${list.length}, which has no place "${key}"` };
  const inner = setPath(list[index], deeper, value);
  return "unsettable" in inner ? inner : { data: list.toSpliced(index, 1, inner.data) };
}
