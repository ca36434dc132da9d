import { describe, expect, it } from "vitest";
import { checkClaims, type ClaimRules, type Claims } from "../../../src/runtime/verify/claims.js";
import { checkOf } from "./make-check.js";

const NOW = 1_764_000_000;

describe("the claims of a token", () => {
  it.each<readonly [string, ClaimRules, Claims, string | undefined]>([
    ["may be none where no rule asks", {}, {}, undefined],
    ["have the issuer", { issuer: "I" }, { iss: "I" }, undefined],
    ["have another issuer", { issuer: "I" }, { iss: "i" }, "claim_mismatch"],
    ["have no issuer", { issuer: "I" }, {}, "claim_mismatch"],
    ["have the issuer in a list, which is another thing", { issuer: "I" }, { iss: ["I"] }, "claim_mismatch"],
    ["have an audience that nobody asks for", {}, { aud: "A" }, undefined],
    ["have the audience", { audience: "A" }, { aud: "A" }, undefined],
    ["have the audience among others", { audience: "A" }, { aud: ["B", "A"] }, undefined],
    ["have other audiences", { audience: "A" }, { aud: ["B", ["C"]] }, "claim_mismatch"],
    ["have no audience", { audience: "A" }, {}, "claim_mismatch"],
    ["have an audience that is null", { audience: "A" }, { aud: null }, "claim_mismatch"],
    ["expire later", {}, { exp: NOW + 1 }, undefined],
    ["expired within the grace", {}, { exp: NOW - 4 }, undefined],
    ["expired at the end of the grace", {}, { exp: NOW - 5 }, "timestamp_too_old"],
    ["expired now, without a grace", { leeway: 0 }, { exp: NOW }, "timestamp_too_old"],
    ["expire in a moment, without a grace", { leeway: 0 }, { exp: NOW + 0.001 }, undefined],
    ["count from now", { leeway: 0 }, { nbf: NOW }, undefined],
    ["count from the end of the grace", {}, { nbf: NOW + 5 }, undefined],
    ["count from later", {}, { nbf: NOW + 6 }, "timestamp_in_future"],
    ["are of any age where no rule asks", {}, { iat: 1 }, undefined],
    ["are as old as they may be", { maxAge: 300 }, { iat: NOW - 300 }, undefined],
    ["are older", { maxAge: 300 }, { iat: NOW - 301 }, "timestamp_too_old"],
    ["are from as far in the future as they may be", { maxAge: 300 }, { iat: NOW + 300 }, undefined],
    ["are from farther in the future", { maxAge: 300 }, { iat: NOW + 301 }, "timestamp_in_future"],
    ["have no age where one must be near", { maxAge: 300 }, { exp: NOW + 1 }, "timestamp_missing"],
    ["have an expiry that is text", {}, { exp: String(NOW + 1) }, "timestamp_malformed"],
    ["have an expiry that is null", {}, { exp: null }, "timestamp_malformed"],
    ["have an expiry beyond all numbers", {}, { exp: Infinity }, "timestamp_malformed"],
    ["have a beginning that is a list", {}, { nbf: [NOW] }, "timestamp_malformed"],
    ["have an age that is text", {}, { iat: String(NOW) }, "timestamp_malformed"],
    ["have an age that is true", { maxAge: 300 }, { iat: true }, "timestamp_malformed"],
  ])("%s", (_, rules, claims, reason) => {
    const found = checkClaims(rules, claims, checkOf({ now: NOW * 1000 }));
    expect(found).toMatchObject(reason === undefined ? { ok: true } : { ok: false, reason });
  });

  it("have the option's age in place of the rule's", () => {
    const found = [10, 11].map((age) => checkClaims({ maxAge: 300 }, { iat: NOW - age }, checkOf({ now: NOW * 1000, tolerance: 10 })).ok);
    expect(found).toEqual([true, false]);
  });

  it("tell the time of signing, in milliseconds", () => {
    const check = checkOf({ now: NOW * 1000 });
    const wanted = { ok: true, timestamp: NOW * 1000, signed: undefined };
    expect([checkClaims({ maxAge: 1 }, { iat: NOW }, check), checkClaims({}, { iat: NOW }, check)]).toEqual([wanted, wanted]);
    expect(checkClaims({}, {}, check)).toEqual({ ...wanted, timestamp: undefined });
  });
});
