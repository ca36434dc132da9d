import { chain, type MaybePromise } from "../promise.js";
import { ACCEPTED, type Check, type Verdict } from "./delivery.js";
import { atPath } from "./sources.js";

/** The items of a batch. */
export interface ItemsSource {
  /** Of the first list. */
  readonly path: string;
  /** Whether the list is there at all, be it empty. */
  isIn(check: Check): boolean;
  read(check: Check): readonly unknown[];
}

/**
 * The items in a list of the body: `each("notificationItems[].NotificationRequestItem")`, or in lists of lists:
 * `each("entry[].changes[]")`. `[]` where the body itself is the list. Of several paths, the items of all of them.
 */
export function each(path: string, ...others: readonly string[]): ItemsSource {
  const lists = [path, ...others].map(listAt);
  return {
    path,
    isIn: (check) => lists.some((list) => list.isIn(check)),
    read: (check) => lists.flatMap((list) => list.read(check)),
  };
}

function listAt(path: string): Omit<ItemsSource, "path"> {
  const [first = [], ...deeper] = listPath(path);
  return {
    isIn: (check) => Array.isArray(atPath(first, check.payload())),
    read: (check) =>
      deeper.reduce<readonly unknown[]>(
        (lists, keys) => lists.flatMap((list) => (Array.isArray(list) ? list.map((item) => atPath(keys, item)) : [])),
        [atPath(first, check.payload())],
      ),
  };
}

/** The keys before, between and behind the lists of a path: `a.b[].c` is `[["a", "b"], ["c"]]`. */
export function listPath(path: string): readonly (readonly string[])[] {
  return path.split("[]").map((keys) => keys.split(".").filter((key) => key !== ""));
}

/** The first refusal among the items' verdicts, one after the other. */
export function everyVerdict(items: readonly unknown[], check: (item: unknown) => MaybePromise<Verdict>, at = 0): MaybePromise<Verdict> {
  for (let index = at; index < items.length; index++) {
    const verdict = check(items[index]);
    if ("then" in verdict) return chain(verdict, (found) => (found.ok ? everyVerdict(items, check, index + 1) : found));
    if (!verdict.ok) return verdict;
  }
  return ACCEPTED;
}
