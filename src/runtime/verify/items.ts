import type { Accepted } from "../accept.js";
import { handleAll } from "../batch.js";
import type { Trace } from "../finish.js";
import type { Outcome } from "../outcome.js";
import { chain, type MaybePromise } from "../promise.js";
import type { Receiver } from "../receiver.js";
import { ACCEPTED, type Check, refused, type Verdict } from "./delivery.js";
import { atPath } from "./sources.js";

/** The items of a batch. */
export interface ItemsSource {
  /** Of the first list. */
  readonly path: string;
  /** Whether the list is there at all, be it empty. */
  isIn(check: Check): boolean;
  read(check: Check): readonly unknown[];
  /** The first refusal among the items, or of a batch of nothing: it carries no signature either. */
  verify(check: Check, verifyOne: (item: Check) => MaybePromise<Verdict>): MaybePromise<Verdict>;
  /** Handles each item as an event of its own. */
  handle(receiver: Receiver, check: Check, verdict: Accepted, trace: Trace): Promise<Outcome>;
}

/**
 * The items in a list of the body: `each("notificationItems[].NotificationRequestItem")`, or in lists of lists:
 * `each("entry[].changes[]")`. `[]` where the body itself is the list. Of several paths, the items of all of them.
 */
export function each(path: string, ...others: readonly string[]): ItemsSource {
  const lists = [path, ...others].map(listAt);
  const batch: ItemsSource = {
    path,
    isIn: (check) => lists.some((list) => list.isIn(check)),
    read: (check) => lists.flatMap((list) => list.read(check)),
    verify: (check, verifyOne) => {
      const items = batch.read(check);
      return items.length === 0 ? refused("signature_missing") : everyVerdict(items, (item) => verifyOne({ ...check, payload: () => item }));
    },
    handle: (receiver, check, verdict, trace) => handleAll(batch, receiver, check, verdict, trace),
  };
  return batch;
}

function listAt(path: string): Pick<ItemsSource, "isIn" | "read"> {
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
