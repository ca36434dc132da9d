import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decode, type Encoding } from "../../../src/runtime/verify/decode.js";

const ENCODINGS: readonly Encoding[] = ["hex", "base64", "base64url"];

/** Letters of the encodings, and what stands next to them. */
const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/-_== \n%.é\u0000");

describe.each(ENCODINGS)("%s", (encoding) => {
  it("gives the bytes back that were written in it", () => {
    const property = fc.property(fc.uint8Array({ minLength: 1, maxLength: 100 }), (bytes) => {
      expect(decode(Buffer.from(bytes).toString(encoding), encoding)).toEqual(Buffer.from(bytes));
    });
    fc.assert(property, { seed: 2, numRuns: 500 });
  });

  it("is read in its one canonical form and in no other", () => {
    const text = fc.oneof(
      fc.array(letters, { maxLength: 9 }).map((all) => all.join("")),
      // One letter of a right text written over: near misses are what matters.
      fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 6 }), fc.nat(), letters).map(([bytes, anywhere, letter]) => {
        const right = Buffer.from(bytes).toString(encoding);
        const at = anywhere % (right.length + 1);
        return right.slice(0, at) + letter + right.slice(at + 1);
      }),
    );
    const property = fc.property(text, (written) => {
      const bytes = Buffer.from(written, encoding);
      const canonical = encoding === "hex" ? written.toLowerCase() : written;
      const isCanonical = written !== "" && bytes.toString(encoding) === canonical;
      expect(decode(written, encoding)).toEqual(isCanonical ? bytes : undefined);
    });
    fc.assert(property, { seed: 3, numRuns: 5000 });
  });
});

describe("what decoders forgive is refused", () => {
  it.each<readonly [string, Encoding, string]>([
    ["nothing", "hex", ""],
    ["half a byte", "hex", "abc"],
    ["a letter beyond f", "hex", "ag"],
    ["a prefix", "hex", "0xab"],
    ["a blank", "hex", "ab cd"],
    ["a line break at the end", "hex", "abcd\n"],
    ["nothing", "base64", ""],
    ["no padding", "base64", "AQ"],
    ["half a padding", "base64", "AQ="],
    ["padding alone", "base64", "===="],
    ["more padding than there is to pad", "base64", "AQID="],
    ["padding in the middle", "base64", "AQ==AQ=="],
    ["spare bits that are not zero, of two letters", "base64", "AR=="],
    ["spare bits that are not zero, of three letters", "base64", "AQJ="],
    ["letters of base64url", "base64", "-_-_"],
    ["a line break in the middle", "base64", "AQID\nAQID"],
    ["a line break at the end", "base64", "AQID\n"],
    ["one letter more", "base64", "AQIDA"],
    ["padding", "base64url", "AQ=="],
    ["letters of base64", "base64url", "+/+/"],
    ["spare bits that are not zero, of two letters", "base64url", "AR"],
    ["spare bits that are not zero, of three letters", "base64url", "AQJ"],
    ["one letter more", "base64url", "AQIDA"],
    ["a point", "base64url", "AQ.ID"],
  ])("%s in %s", (_, encoding, text) => expect(decode(text, encoding)).toBeUndefined());
});

it("nothing that long is a signature: an engine's regular expressions would give up on it", () => {
  const [longest, longer] = [50_000, 50_001].map((bytes) => decode("ab".repeat(bytes), "hex"));
  expect([longest?.length, longer]).toEqual([50_000, undefined]);
});
