import { chain, type MaybePromise } from "../promise.js";
import { ACCEPTED, type Check, type Verdict } from "./delivery.js";
import { atPath } from "./sources.js";

/** The items of a batch. */
export interface ItemsSource {
  readonly path: string;
  read(check: Check): readonly unknown[];
}

/** The items in a list of the body: `each("notificationItems[].NotificationRequestItem")`. */
export function each(path: string): ItemsSource {
  const [list = "", inner = ""] = path.split("[]");
  return {
    path,
    read: (check) => {
      const items = atPath(keysOf(list), check.payload());
      return Array.isArray(items) ? items.map((item) => atPath(keysOf(inner), item)) : [];
    },
  };
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

function keysOf(path: string): readonly string[] {
  return path.split(".").filter((key) => key !== "");
}
