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
  const [list = [], inner = []] = listPath(items.path);
  const payload = toJson(draft.body);
  const found = atPath(list, payload);
  if (!Array.isArray(found)) throw new TypeError(`The payload has no list at ${list.join(".")}`);
  const signedItems: unknown[] = [];
  for (const item of found) {
    const { body } = await signOne({ ...draft, body: toBytes(JSON.stringify(atPath(inner, item))) }, true);
    signedItems.push(setAt(item, inner, toJson(body)));
  }
  return { ...draft, body: toBytes(JSON.stringify(setAt(payload, list, signedItems))) };
}
