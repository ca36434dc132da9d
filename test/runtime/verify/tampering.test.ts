import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitFlips, edits } from "./changed-requests.js";
import { COVERED } from "./covered.js";
import { families } from "./load-families.js";
import { accepted, loadAccepted } from "./tampering.js";

describe("an accepted request", () => {
  const load = loadAccepted();

  it("is there for each family, with what its signature covers", () => {
    expect(Object.keys(COVERED).toSorted()).toEqual(families.toSorted());
    expect(new Set(accepted.map((id) => id.split("/")[0]))).toEqual(new Set(families));
  });

  it.each(accepted)("%s, one bit off, is refused where the bit is covered and taken where it is not", async (id) => {
    const { request, accepts, isSame } = await load(id);
    const wrong: object[] = [];
    let refused = 0;
    for (const { place, changed } of bitFlips(request)) {
      const taken = await accepts(changed);
      if (taken !== isSame(changed)) wrong.push({ place, changed, taken });
      if (!taken) refused++;
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  });

  it.each(accepted)("%s, edited anywhere, is refused where it is covered and taken where it is not", async (id) => {
    const { request, accepts, isSame } = await load(id);
    await fc.assert(
      fc.asyncProperty(edits(request), async (changed) => (await accepts(changed)) === isSame(changed)),
      { seed: 1, numRuns: 400 },
    );
  });
});
