import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ecdsaNumbers, subjectPublicKeyInfo } from "../../../src/runtime/verify/der.js";
import { testKeys } from "../testing/sign-family.js";

const SEQUENCE = 0x30;
const INTEGER = 0x02;

/** A value of DER with the length in its shortest form. */
function tlv(tag: number, content: readonly number[]): readonly number[] {
  const { length } = content;
  if (length < 0x80) return [tag, length, ...content];
  return length < 0x100 ? [tag, 0x81, length, ...content] : [tag, 0x82, length >> 8, length & 0xff, ...content];
}

/** A positive INTEGER from bytes that may begin with zeros. */
function integer(bytes: Iterable<number>): readonly number[] {
  const all = [...bytes];
  const start = all.findIndex((byte) => byte !== 0);
  const short = start < 0 ? [0] : all.slice(start);
  return tlv(INTEGER, (short[0] as number) < 0x80 ? short : [0, ...short]);
}

function signature(numbers: Uint8Array): Uint8Array {
  const half = numbers.length / 2;
  return Uint8Array.from(tlv(SEQUENCE, [...integer(numbers.subarray(0, half)), ...integer(numbers.subarray(half))]));
}

const [ONE, HIGH] = [tlv(INTEGER, [1]), tlv(INTEGER, [0, 0x80])];
const pair = (...content: readonly number[]): readonly number[] => tlv(SEQUENCE, content);

describe("the two numbers of an ECDSA signature", () => {
  it("are found whatever they are", () => {
    const numbers = fc.tuple(fc.uint8Array({ minLength: 64, maxLength: 64 }), fc.nat(40), fc.nat(63)).map(([bytes, zeros, from]) => bytes.fill(0, from, from + zeros));
    fc.assert(fc.property(numbers, (one) => void expect(ecdsaNumbers(signature(one), 32)).toEqual(one)), { seed: 8, numRuns: 500 });
  });

  it("are read from no other bytes than those they would be written in", () => {
    const near = fc.tuple(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.nat(), fc.constantFrom(0, 1, 2, 0x30, 0x7f, 0x80, 0x81, 0x82, 0xff)).map(([bytes, anywhere, byte]) => {
      const der = signature(bytes);
      der[anywhere % der.length] = byte;
      return der;
    });
    const property = fc.property(near, (der) => {
      const found = ecdsaNumbers(der, 8);
      if (found !== undefined) expect(signature(found)).toEqual(der);
    });
    fc.assert(property, { seed: 9, numRuns: 5000 });
  });

  it("may need the long form of a length, in larger curves", () => {
    const numbers = new Uint8Array(132).fill(0x7f);
    expect(signature(numbers)[1]).toBe(0x81);
    expect(ecdsaNumbers(signature(numbers), 66)).toEqual(numbers);
  });

  it.each<readonly [string, readonly number[]]>([
    ["nothing", []],
    ["a tag alone", [SEQUENCE]],
    ["an empty sequence", pair()],
    ["one number", pair(...ONE)],
    ["three numbers", pair(...ONE, ...ONE, ...ONE)],
    ["a byte after the numbers", pair(...ONE, ...ONE, 0)],
    ["a byte after the sequence", [...pair(...ONE, ...ONE), 0]],
    ["a length that is too long", [SEQUENCE, 7, ...ONE, ...ONE]],
    ["a length that is too short", [SEQUENCE, 5, ...ONE, ...ONE]],
    ["the long form of a short length", [SEQUENCE, 0x81, 6, ...ONE, ...ONE]],
    ["the long form of a number's short length", pair(INTEGER, 0x81, 1, 1, ...ONE)],
    ["a length with a zero in front", [SEQUENCE, 0x82, 0, 6, ...ONE, ...ONE]],
    ["a length of four bytes", [SEQUENCE, 0x84, 0, 0, 0, 6, ...ONE, ...ONE]],
    ["an indefinite length", [SEQUENCE, 0x80, ...ONE, ...ONE, 0, 0]],
    ["a length without its bytes", [SEQUENCE, 0x83]],
    ["a set in place of the sequence", [0x31, 6, ...ONE, ...ONE]],
    ["an octet string in place of a number", pair(0x04, 1, 1, ...ONE)],
    ["a number of no bytes", pair(INTEGER, 0, ...ONE)],
    ["a negative number", pair(INTEGER, 1, 0x80, ...ONE)],
    ["a negative second number", pair(...ONE, INTEGER, 1, 0xff)],
    ["a zero too many", pair(INTEGER, 2, 0, 1, ...ONE)],
    ["two zeros before a high byte", pair(INTEGER, 3, 0, 0, 0x80, ...ONE)],
    ["a number of 33 bytes", pair(...tlv(INTEGER, [1, ...new Uint8Array(32)]), ...ONE)],
  ])("are not read from %s", (_, bytes) => expect(ecdsaNumbers(Uint8Array.from(bytes), 32)).toBeUndefined());

  it("may be small, high or zero", () => {
    const numbers = ecdsaNumbers(Uint8Array.from(pair(...HIGH, ...tlv(INTEGER, [0]))), 2);
    expect(numbers).toEqual(Uint8Array.from([0, 0x80, 0, 0]));
  });
});

describe("the key of a certificate", () => {
  const toDer = (pem: string): Uint8Array => Uint8Array.from(Buffer.from(pem.replace(/-----.*?-----|\s/g, ""), "base64"));

  it.each(["rsa", "rsa2"] as const)("is that of the pair: %s", (name) => {
    expect(Buffer.from(subjectPublicKeyInfo(toDer(testKeys[name].cert)) ?? [])).toEqual(Buffer.from(toDer(testKeys[name].pub)));
  });

  it("is found in a certificate of the first version, which does not say so", () => {
    const key = tlv(SEQUENCE, [9, 9]);
    const fields = [...ONE, ...Array.from({ length: 4 }, () => tlv(SEQUENCE, [])).flat(), ...key];
    expect(subjectPublicKeyInfo(Uint8Array.from(pair(...pair(...fields))))).toEqual(Uint8Array.from(key));
  });

  it("is in no part of a certificate, wherever it is cut", () => {
    const der = toDer(testKeys.rsa.cert);
    const found = Array.from(der, (_, length) => subjectPublicKeyInfo(der.subarray(0, length)));
    expect(found.every((one) => one === undefined)).toBe(true);
  });

  it("is looked for in any bytes without a throw", () => {
    const der = toDer(testKeys.rsa.cert);
    for (let at = 0; at < der.length; at++) {
      for (const byte of [0, 0x30, 0x7f, 0x80, 0x83, 0x84, 0xa0, 0xff]) {
        const changed = der.slice();
        changed[at] = byte;
        expect(() => subjectPublicKeyInfo(changed)).not.toThrow();
      }
    }
  });
});
