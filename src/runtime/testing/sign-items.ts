import { atPath } from "../verify/sources.js";
import { type ItemsSource, listPath } from "../verify/items.js";
import { type Draft, setAt, toBytes, toJson } from "./draft.js";

/** Signs a draft, or where each item of a batch is signed by itself, each of them. */
export async function signItems(
  items: ItemsSource | undefined,
  draft: Draft,
  signOne: (item: Draft, inItem: boolean) => Promise<Draft>,
): Promise<Draft> {
  if (items === undefined) return signOne(draft, false);
  const payload = toJson(draft.body);
  const signed = await signAt(listPath(items.path), payload, async (item) => {
    const { body } = await signOne({ ...draft, body: toBytes(JSON.stringify(item)) }, true);
    return toJson(body);
  });
  return { ...draft, body: toBytes(JSON.stringify(signed)) };
}

/** A payload with each item signed, however many lists lie in lists; `keys` as `listPath` gives them. */
async function signAt([keys = [], ...deeper]: readonly (readonly string[])[], value: unknown, signOne: (item: unknown) => Promise<unknown>): Promise<unknown> {
  const found = atPath(keys, value);
  if (deeper.length === 0) return setAt(value, keys, await signOne(found));
  if (!Array.isArray(found)) throw new TypeError(`The payload has no list at ${keys.join(".")}`);
  const items: unknown[] = [];
  for (const item of found) items.push(await signAt(deeper, item, signOne));
  return setAt(value, keys, items);
}
