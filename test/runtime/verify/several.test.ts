import { createHmac } from "node:crypto";
import { verifySignature } from "@smart-webhooks/runtime";
import { body, headers, hmac, list, pairs, seconds, type SignatureSource, timestamp } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { checkOf } from "./make-check.js";

/** What a source reads of headers. */
function read(source: SignatureSource, sent: Iterable<readonly [string, string]>): unknown {
  return source.read(checkOf({ headers: sent }));
}

const many = (count: number, item: string, separator: string): string => Array.from({ length: count }, () => item).join(separator);

describe("signatures in several headers", () => {
  const either = headers(["X-New", "x-old"], { prefix: "v1=" });
  const numbered = headers(["x-sig-{n}-end"]);

  it.each<readonly [string, SignatureSource, Iterable<readonly [string, string]>, unknown]>([
    ["are those of each header that is there, in the order of the spec", either, [["x-old", "v1=b"], ["x-new", "v1=a"]], { texts: ["a", "b"] }],
    ["are passed over without their prefix", either, [["x-old", "b"], ["x-new", "v1=a"]], { texts: ["a"] }],
    ["are malformed when none has its prefix", either, [["x-old", "b"], ["x-new", "v0=a"]], "signature_malformed"],
    ["are missing when the headers are empty", either, [["x-old", ""], ["x-new", " "]], "signature_missing"],
    ["are missing without the headers", either, [], "signature_missing"],
    ["stand under any number", numbered, [["X-Sig-1-End", "a"], ["x-sig-999-end", "b"]], { texts: ["a", "b"] }],
    ["stand under a number of up to three digits", numbered, [["x-sig-1000-end", "a"], ["x-sig--end", "b"], ["x-sig-one-end", "c"], ["x-sig-1", "d"], ["x-sig-end", "e"], ["another-1-end", "f"], ["x-sig-1-other", "g"]], "signature_missing"],
    ["stand under no name of the same length", numbered, [["y-sig-1-end", "a"], ["x-sig-1-fin", "b"], ["y-gis-1-fin", "c"]], "signature_missing"],
    ["are up to twenty", numbered, Array.from({ length: 20 }, (_, n) => [`x-sig-${n}-end`, "a"] as const), { texts: many(20, "a", ",").split(",") }],
    ["are refused when they are more", numbered, Array.from({ length: 21 }, (_, n) => [`x-sig-${n}-end`, "a"] as const), "signature_malformed"],
    ["may stand in a header called __proto__", headers(["__proto__"]), [["__proto__", "a"]], { texts: ["a"] }],
    ["are not what every object has", headers(["__proto__", "constructor"]), [], "signature_missing"],
  ])("%s", (_, source, sent, found) => expect(read(source, sent)).toEqual(found));
});

describe("signatures in a list", () => {
  const spaced = list("X-Sig", { separator: " ", prefix: "v1," });

  it.each<readonly [string, string, unknown]>([
    ["are those of the version", "v1,a v1a,b v2,c v1,d", { texts: ["a", "d"] }],
    ["stand among empty items", "  v1,a   v1,b ", { texts: ["a", "b"] }],
    ["may be the same", "v1,a v1,a", { texts: ["a", "a"] }],
    ["are malformed when all are of other versions", "v1a,b v2,c", "signature_malformed"],
    ["are malformed without any version", "a", "signature_malformed"],
    ["may be twenty", many(20, "v1,a", " "), { texts: many(20, "a", ",").split(",") }],
    ["are refused when they are more", many(21, "v1,a", " "), "signature_malformed"],
    ["may be twenty among any number of others", `${many(100, "v2,x", " ")} ${many(20, "v1,a", " ")}`, { texts: many(20, "a", ",").split(",") }],
    ["are missing in an empty header", "", "signature_missing"],
  ])("%s", (_, value, found) => expect(read(spaced, [["x-sig", value]])).toEqual(found));

  it("are missing without the header", () => expect(read(spaced, [])).toBe("signature_missing"));

  it("are malformed in a list of nothing but separators", () => expect(read(list("x", { separator: "," }), [["x", ",,,"]])).toBe("signature_malformed"));

  it("of a header that was sent twice are one list, where a comma separates", () => {
    expect(read(list("x", { separator: "," }), [["x", "a"], ["X", "b"]])).toEqual({ texts: ["a", "b"] });
  });
});

describe("signatures in pairs", () => {
  const stripe = pairs("Stripe-Signature", { signature: "v1", timestamp: "t" });

  it.each<readonly [string, string, unknown]>([
    ["stand beside the time", "t=1,v1=a,v1=b,v0=c", { texts: ["a", "b"], time: "1" }],
    ["stand in any order, among blanks", " v1=a , t=1 ", { texts: ["a"], time: "1" }],
    ["may stand without the time", "v1=a", { texts: ["a"], time: undefined }],
    ["have their own name, and no longer one", "t=1,v11=a,xv1=b", "signature_malformed"],
    ["have their own name, and not in capitals", "t=1,V1=a", "signature_malformed"],
    ["are malformed when there are none", "t=1", "signature_malformed"],
    ["are refused beside two times", "t=1,v1=a,t=2", "timestamp_malformed"],
    ["are refused beside the same time twice", "t=1,t=1,v1=a", "timestamp_malformed"],
    ["hold what follows the first sign of equality", "t==1,v1=a=b", { texts: ["a=b"], time: "=1" }],
    ["may be twenty", `t=1,${many(20, "v1=a", ",")}`, { texts: many(20, "a", ",").split(","), time: "1" }],
    ["are refused when they are more", `t=1,${many(21, "v1=a", ",")}`, "signature_malformed"],
    ["are missing in an empty header", "", "signature_missing"],
  ])("%s", (_, value, found) => expect(read(stripe, [["stripe-signature", value]])).toEqual(found));

  it("stand between other separators, and need no time", () => {
    expect(read(pairs("x", { signature: "h1", timestamp: "ts", separator: ";" }), [["x", "ts=1;h1=a"]])).toEqual({ texts: ["a"], time: "1" });
    expect(read(pairs("x", { signature: "s" }), [["x", "t=1,t=2,s=a"]])).toEqual({ texts: ["a"] });
    expect(read(pairs("x", { signature: "s" }), [["x", "undefined=1,undefined=2,s=a"]])).toEqual({ texts: ["a"] });
    expect(read(pairs("x", { signature: "s" }), [])).toBe("signature_missing");
  });

  it.each([[[body]], [[timestamp, body]]])("without a time are refused where one must be near", async (content) => {
    const spec = { verify: hmac({ signature: stripe, timestamp: seconds(), content }) };
    const signature = createHmac("sha256", "s").update("x").digest("hex");
    const sent = { method: "POST", url: "/", headers: { "stripe-signature": `v1=${signature}` }, body: Buffer.from("x") };
    expect(await verifySignature(spec, sent, { secret: "s" })).toEqual({ ok: false, reason: "timestamp_missing" });
  });
});
