import type { ClaimState, ClaimStore } from "./claim-store.js";

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** The most deliveries remembered, 10,000 unless told. At least half as many always are. */
  readonly maxEntries?: number;
  /** The clock, in Unix milliseconds. */
  readonly now?: () => number;
}

/**
 * A store in this process's memory: bounded, forgotten at a restart, not shared with other processes.
 *
 * @throws RangeError unless `maxEntries` is a whole number from 2 on
 */
export function memoryStore({ maxEntries = 10_000, now = Date.now }: MemoryStoreOptions = {}): ClaimStore {
  if (!Number.isSafeInteger(maxEntries) || maxEntries < 2) throw new RangeError("maxEntries must be a whole number of at least 2");
  return new MemoryStore(maxEntries >> 1, now);
}

/** Until when a delivery is claimed; Infinity once it is done. */
type Claims = Map<string, number>;

/** Two generations: the old one is dropped whole when the young one is full. Dropping the oldest entry one by one costs ten times more. */
class MemoryStore implements ClaimStore {
  readonly #size: number;
  readonly #now: () => number;
  #young: Claims = new Map();
  #old: Claims = new Map();

  constructor(size: number, now: () => number) {
    this.#size = size;
    this.#now = now;
  }

  claim(key: string, lease: number): ClaimState {
    const until = this.#young.get(key) ?? this.#old.get(key);
    const now = this.#now();
    if (until === Infinity) return "done";
    if (until !== undefined && until > now) return "running";
    this.#set(key, now + lease);
    return "claimed";
  }

  complete(key: string): void {
    this.#set(key, Infinity);
  }

  release(key: string): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  #set(key: string, until: number): void {
    if (this.#young.size >= this.#size && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, until);
  }
}
