import { memoryStore } from "@smart-webhooks/runtime";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("memoryStore", () => {
  it("gives a key to the first who claims it", () => {
    const store = memoryStore();
    expect(store.claim("a", 1000)).toBe("claimed");
    expect(store.claim("a", 1000)).toBe("running");
    expect(store.claim("b", 1000)).toBe("claimed");
  });

  it("remembers what is done, past every lease", () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    store.claim("a", 10);
    void store.complete("a");
    now = 1e9;
    expect(store.claim("a", 10)).toBe("done");
  });

  it("gives a released key to the next", () => {
    const store = memoryStore();
    store.claim("a", 1000);
    void store.release("a");
    expect(store.claim("a", 1000)).toBe("claimed");
  });

  it("takes the holder of a claim for dead when the lease ends", () => {
    let now = 0;
    const store = memoryStore({ now: () => now });
    store.claim("a", 10);
    now = 9;
    expect(store.claim("a", 10)).toBe("running");
    now = 10;
    expect(store.claim("a", 10)).toBe("claimed");
  });

  it("frees a claim whose clock was set back or forth by more than its lease", () => {
    let now = 1e6;
    const store = memoryStore({ now: () => now });
    for (const jump of [1e5, -1e5]) {
      now = 1e6;
      store.claim(`held ${jump}`, 10, "a");
      store.claim(`done ${jump}`, 10, "a");
      void store.complete(`done ${jump}`, "a");
      now += jump;
      expect([store.claim(`held ${jump}`, 10, "b"), store.claim(`done ${jump}`, 10, "b")]).toEqual(["claimed", "done"]);
    }
  });

  it("always remembers the last half of what it may, and never more than all of it", () => {
    const sizes = fc.integer({ min: 2, max: 40 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0, max: 200 }), (maxEntries, count) => {
        const store = memoryStore({ maxEntries });
        for (let index = 0; index < count; index++) {
          store.claim(String(index), 1000);
          void store.complete(String(index));
        }
        // The youngest first: to ask for one that is forgotten is to claim it, and pushes others out.
        const known = Array.from({ length: count }, (_, index) => count - 1 - index).filter((index) => store.claim(String(index), 0) === "done").toReversed();
        expect(known.length).toBeLessThanOrEqual(maxEntries);
        const half = Math.min(count, maxEntries >> 1);
        expect(known.slice(known.length - half)).toEqual(Array.from({ length: half }, (_, index) => count - half + index));
      }),
    );
  });

  it("forgets a released key in either generation", () => {
    const store = memoryStore({ maxEntries: 4 });
    for (const key of ["a", "b", "c"]) store.claim(key, 1e9);
    void store.release("a");
    void store.release("c");
    expect(["a", "b", "c"].map((key) => store.claim(key, 1e9))).toEqual(["claimed", "running", "claimed"]);
  });

  it.each([0, 1, 1.5, -2, NaN, Infinity])("refuses room for %s entries", (maxEntries) => {
    expect(() => memoryStore({ maxEntries })).toThrow(RangeError);
  });
});
