import { each, field, fieldText, hmac, type Verdict } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { ACCEPTED, refused } from "../../../src/runtime/verify/delivery.js";
import { everyVerdict } from "../../../src/runtime/verify/items.js";
import { checkOf } from "./make-check.js";

describe("the items of a batch", () => {
  it.each<readonly [string, string, string, readonly unknown[]]>([
    ["stand in a list", "items[]", '{"items":[1,{"a":2}]}', [1, { a: 2 }]],
    ["stand deeper in each", "a.items[].in.it", '{"a":{"items":[{"in":{"it":1}},{"in":{"it":2}}]}}', [1, 2]],
    ["stand in lists of lists", "entry[].changes[].v", '{"entry":[{"changes":[{"v":1},{"v":2}]},{},{"changes":[{"v":3}]}]}', [1, 2, 3]],
    ["may be the body itself", "[]", "[1,2]", [1, 2]],
    ["may be missing in one, which is none then", "items[].it", '{"items":[{"it":1},{},null,"x"]}', [1, undefined, undefined, undefined]],
    ["are none in an empty list", "items[]", '{"items":[]}', []],
    ["are none where there is no list", "items[]", '{"items":{"0":1,"length":1}}', []],
    ["are none where there is nothing", "items[]", "{}", []],
    ["are none in a body that is no JSON", "items[]", "{", []],
    ["are not what every object has", "constructor[]", "{}", []],
  ])("%s", (_, path, body, found) => expect(each(path).read(checkOf({ body }))).toEqual(found));
});

describe("a batch of nothing", () => {
  it.each(['{"items":[]}', "{}", "[]"])("carries no signature: %s", async (body) => {
    const scheme = hmac({ signature: field("s"), items: each("items[]"), content: [fieldText("id")] });
    expect(await scheme.verify(checkOf({ body }), [scheme.toKey("s") as object])).toEqual(refused("signature_missing"));
  });
});

describe("the verdict of a batch", () => {
  const NO: Verdict = refused("signature_mismatch");
  const now = (item: unknown): Verdict => (item === "bad" ? NO : ACCEPTED);
  const later = async (item: unknown): Promise<Verdict> => now(item);
  const mixed = (item: unknown): Verdict | Promise<Verdict> => (typeof item === "number" ? later(item) : now(item));

  it.each([["at once", now], ["later", later], ["at once or later", mixed]] as const)("is the first refusal: %s", async (_, check) => {
    expect(await everyVerdict(["a", 1, "b", 2], check)).toEqual(ACCEPTED);
    for (const items of [["bad"], ["a", 1, "bad"], ["bad", "a"], [1, 2, "bad", 3]]) expect(await everyVerdict(items, check)).toEqual(NO);
  });

  it.each([["at once", now], ["later", later]] as const)("is looked for no further than that: %s", async (_, check) => {
    const seen: unknown[] = [];
    await everyVerdict(["a", "bad", "b"], (item) => {
      seen.push(item);
      return check(item);
    });
    expect(seen).toEqual(["a", "bad"]);
  });

  it("does not wait where nothing does", () => expect(everyVerdict(["a"], now)).toEqual(ACCEPTED));
});
