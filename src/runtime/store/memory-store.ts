import type { ClaimState, ClaimStore } from "./claim-store.js";

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** The most deliveries remembered, 10,000 unless told. At least half as many always are. */
  readonly maxEntries?: number;
  /** The clock, in milliseconds; one that never jumps unless given. */
  readonly now?: () => number;
}

/**
 * A store in this process's memory: bounded, forgotten at a restart, not shared with other processes.
 *
 * @throws RangeError unless `maxEntries` is a whole number from 2 on
 */
export function memoryStore({ maxEntries = 10_000, now = () => performance.now() }: MemoryStoreOptions = {}): ClaimStore {
  if (!Number.isSafeInteger(maxEntries) || maxEntries < 2) throw new RangeError("maxEntries must be a whole number of at least 2");
  return new MemoryStore(maxEntries >> 1, now);
}

/** Who claimed a delivery, when, and for how long. */
interface Claim {
  readonly at: number;
  readonly lease: number;
  readonly token: string | undefined;
}

const DONE: Claim = { at: 0, lease: Infinity, token: undefined };

/** Two generations: the old one is dropped whole when the young one is full. Dropping the oldest entry one by one costs ten times more. */
class MemoryStore implements ClaimStore {
  readonly #size: number;
  readonly #now: () => number;
  #young: Map<string, Claim> = new Map();
  #old: Map<string, Claim> = new Map();

  constructor(size: number, now: () => number) {
    this.#size = size;
    this.#now = now;
  }

  claim(key: string, lease: number, token?: string): ClaimState {
    const found = this.#find(key);
    if (found === DONE) return "done";
    const at = this.#now();
    // Off by the lease in either direction: a clock set back must not keep a delivery from being handled.
    if (found !== undefined && Math.abs(at - found.at) < found.lease) return "running";
    this.#set(key, { at, lease, token });
    return "claimed";
  }

  complete(key: string, token?: string): void {
    const found = this.#find(key);
    if (found === undefined || found.token === token) this.#set(key, DONE);
  }

  release(key: string, token?: string): void {
    const found = this.#find(key);
    if (found === undefined || found === DONE || found.token !== token) return;
    this.#young.delete(key);
    this.#old.delete(key);
  }

  #find(key: string): Claim | undefined {
    return this.#young.get(key) ?? this.#old.get(key);
  }

  #set(key: string, claim: Claim): void {
    if (this.#young.size >= this.#size && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, claim);
  }
}
