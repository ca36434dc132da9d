import type { ClaimStore } from "./claim-store.js";

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** The most deliveries remembered, 10,000 unless told. At least half as many always are. */
  readonly maxEntries?: number;
  /** The clock, in milliseconds; one that never jumps unless given. */
  readonly now?: () => number;
}

/** Who claimed a delivery, when, and for how long. One that is done has neither. */
type Claim = readonly [token: string | undefined, at: number, lease: number] | typeof DONE;

const DONE = "done";

/**
 * A store in this process's memory: bounded, forgotten at a restart, not shared with other processes. In two generations: the old one
 * is dropped whole when the young one is full. To drop the oldest entry, one by one, costs ten times more.
 *
 * @throws RangeError unless `maxEntries` is a whole number from 2 on
 */
export function memoryStore({ maxEntries = 10_000, now = () => performance.now() }: MemoryStoreOptions = {}): ClaimStore {
  if (!Number.isSafeInteger(maxEntries) || maxEntries < 2) throw new RangeError("maxEntries must be a whole number of at least 2");
  let young = new Map<string, Claim>();
  let old: typeof young = new Map();
  const find = (key: string): Claim | undefined => young.get(key) ?? old.get(key);
  const set = (key: string, claim: Claim): void => {
    if (young.size >= maxEntries >> 1 && !young.has(key)) [old, young] = [young, new Map()];
    young.set(key, claim);
  };
  return {
    claim: (key, lease, token) => {
      const found = find(key);
      if (found === DONE) return DONE;
      const at = now();
      // Off by the lease in either direction: a clock set back must not keep a delivery from being handled.
      if (found && Math.abs(at - found[1]) < found[2]) return "running";
      set(key, [token, at, lease]);
      return "claimed";
    },
    complete: (key, token) => {
      const found = find(key);
      if (found === undefined || found[0] === token) set(key, DONE);
    },
    release: (key, token) => {
      const found = find(key);
      if (found === undefined || found === DONE || found[0] !== token) return;
      young.delete(key);
      old.delete(key);
    },
  };
}
