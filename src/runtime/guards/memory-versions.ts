import type { MaybePromise } from "../promise.js";

/** Remembers the latest version of each entity. */
export interface VersionStore {
  /** Notes a version unless a later one is known, in one atomic step; whether it did. The same version may come again: a retry. */
  advance(entity: string, version: number): MaybePromise<boolean>;
}

/** The versions of the last entities seen in this process, 10,000 unless told: at least half as many always. */
export function memoryVersions(maxEntries = 10_000): VersionStore {
  const size = Math.max(1, maxEntries >> 1);
  let young = new Map<string, number>();
  let old = new Map<string, number>();
  return {
    advance: (entity, version) => {
      const known = young.get(entity) ?? old.get(entity);
      if (known !== undefined && known > version) return false;
      if (young.size >= size && !young.has(entity)) {
        old = young;
        young = new Map();
      }
      young.set(entity, version);
      return true;
    },
  };
}
