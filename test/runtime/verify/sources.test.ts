import { constant, field, form, header, query, type SignatureSource } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { asText, atPath } from "../../../src/runtime/verify/sources.js";
import { checkOf } from "./make-check.js";

const body = '{"a":{"b":"right","n":1,"t":true,"z":null,"o":{},"e":""},"__proto__":{"own":"yes"},"list":["x"],"a.b":"dotted"}';
const check = checkOf({
  url: "/hook?sig=a%2Bb&twice=1&twice=2&empty=&plus=a+b",
  headers: [["X-Sig", " sha256=abc\t"], ["x-twice", "a"], ["X-Twice", "b"], ["x-empty", ""], ["__proto__", "own"]],
  body,
});

describe("a signature", () => {
  it.each<readonly [string, SignatureSource, unknown]>([
    ["in a header, after its prefix, without blanks around", header("X-SIG", { prefix: "sha256=" }), { texts: ["abc"] }],
    ["in a header without its prefix", header("x-sig", { prefix: "sha1=" }), "signature_malformed"],
    ["in a header whose prefix is in another case", header("x-sig", { prefix: "SHA256=" }), "signature_malformed"],
    ["in a header that was sent twice: both, joined", header("x-twice"), { texts: ["a, b"] }],
    ["in an empty header", header("x-empty"), "signature_missing"],
    ["in a header that was not sent", header("constructor"), "signature_missing"],
    ["in a header called __proto__", header("__proto__"), { texts: ["own"] }],
    ["in a field", field("a.b"), { texts: ["right"] }],
    ["in a field that is a number", field("a.n"), { texts: ["1"] }],
    ["in a field that is empty", field("a.e"), "signature_missing"],
    ["in a field that is null", field("a.z"), "signature_missing"],
    ["in a field that is an object", field("a.o"), "signature_missing"],
    ["in a field below a text", field("a.b.c"), "signature_missing"],
    ["in a field that nobody wrote", field("a.constructor.name"), "signature_missing"],
    ["in a field called __proto__, as JSON has it", field("__proto__.own"), { texts: ["yes"] }],
    ["in a field without its prefix", field("a.b", { prefix: "sha256=" }), "signature_malformed"],
    ["in the query, decoded", query("sig"), { texts: ["a+b"] }],
    ["in the query, after its prefix", query("sig", { prefix: "a+" }), { texts: ["b"] }],
    ["twice in the query", query("twice"), "signature_missing"],
    ["in the query without a value", query("empty"), "signature_missing"],
    ["in no query", query("nobodys"), "signature_missing"],
  ])("%s", (_, source, found) => expect(source.read(check)).toEqual(found));

  it.each(["/hook", "/hook&sig=a", "sig=a"])("is in no query where the URL has none: %s", (url) => expect(query("sig").read(checkOf({ url }))).toBe("signature_missing"));

  it("is in a query that is all of the URL", () => expect(query("sig").read(checkOf({ url: "?sig=a" }))).toEqual({ texts: ["a"] }));

  it.each(["{", "", "[1]", "null", "\u0000"])("is in no field of the body %j", (text) => {
    expect(field("a").read(checkOf({ body: text }))).toBe("signature_missing");
  });

  it("is in no field of a body that is no UTF-8", () => {
    expect(field("a").read(checkOf({ body: Uint8Array.from([...Buffer.from('{"a":"'), 0xff, 0x22, 0x7d]) }))).toBe("signature_missing");
  });

  it("is in a field of a form", () => {
    expect(field("a").read(checkOf({ body: "a=b%3D&c=d", bodyFormat: form() }))).toEqual({ texts: ["b="] });
    expect(field("a").read(checkOf({ body: "a=1&a=2", bodyFormat: form() }))).toBe("signature_missing");
  });
});

describe("a value", () => {
  it("is what stands in its place, of its JSON type in the body", () => {
    const sources = [field("a.n"), field("a.t"), field("a.z"), field("a.none"), header("X-Sig", { prefix: "sha256=" }), header("x-none"), query("sig"), query("twice")];
    expect(sources.map((source) => source.get(check))).toEqual([1, true, null, undefined, "abc", undefined, "a+b", undefined]);
  });

  it("is none without its prefix", () => {
    expect([header("x-sig", { prefix: "v0=" }), query("sig", { prefix: "b" })].map((source) => source.get(check))).toEqual([undefined, undefined]);
  });

  it("is a field's own", () => {
    expect([[], ["x"], ["list", "0"], ["list", "1"], ["a", "toString"]].map((path) => atPath(path, { list: ["x"], a: {} }))).toEqual([
      { list: ["x"], a: {} },
      undefined,
      "x",
      undefined,
      undefined,
    ]);
  });

  it("is the same for every delivery when it is constant", () => expect(constant("ping").get(check)).toBe("ping"));

  it("is text as the provider's code would write it", () => {
    expect([1, -0.5, true, false, "x", ""].map(asText)).toEqual(["1", "-0.5", "true", "false", "x", ""]);
    expect([null, undefined, {}, []].map(asText)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
