import { body, bodyCrc32, type ContentPart, fieldText, formFields, headerText, method, parameter, queryAndForm, secret, timestamp } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { SECRET_PLACE, toPieces } from "../../../src/runtime/verify/content.js";
import { type CheckParts, checkOf } from "./make-check.js";

const read = (part: ContentPart, parts: CheckParts): unknown => part.read(checkOf(parts), "");

describe("what is signed", () => {
  it("is fed in order, texts beside each other as one, the body as its bytes", () => {
    const check = checkOf({ method: "PUT", headers: { "x-a": "A" }, body: '{"f":1}', params: { id: "P" } });
    const content = ["v0:", timestamp, ".", headerText("X-A"), body, method, secret, fieldText("f"), parameter("id")];
    expect(toPieces(content, check, "12")).toEqual(["v0:12.A", check.delivery.body, "PUT", SECRET_PLACE, "1P"]);
  });

  it.each<readonly [string, ContentPart, string]>([
    ["a header", headerText("x-none"), "header_missing"],
    ["a parameter", parameter("none"), "parameter_missing"],
    ["a parameter that every object has", parameter("toString"), "parameter_missing"],
    ["a field that is no text", fieldText("list"), "body_malformed"],
    ["a form that is no UTF-8", formFields, "body_malformed"],
  ])("is nothing without %s", (_, part, reason) => {
    const bytes = Uint8Array.from([...Buffer.from('{"list":[1],"x":"'), 0xff, 0x22, 0x7d]);
    const sent = part.part === "form" ? bytes : '{"list":[1]}';
    expect(toPieces(["a", part], checkOf({ body: sent }), "")).toBe(reason);
  });

  it.each([["none", ""], ["null", ""], ["zero", "0"], ["no", "false"], ["text", "t"], ["deep.er", "d"], ["deep.none", ""]])("of the field %s is %j", (path, text) => {
    expect(read(fieldText(path), { body: '{"null":null,"zero":0,"no":false,"text":"t","deep":{"er":"d"}}' })).toBe(text);
  });
});

describe("a form as Twilio signs it", () => {
  it.each([
    ["", ""],
    ["b=2&a=1", "a1b2"],
    ["a=2&a=1&a=2", "a1a2"],
    ["B=1&a=2&_=3&%C3%A4=4", "B1_3a2ä4"],
    ["a=x+y%2B%26", "ax y+&"],
    ["a&b=", "ab"],
    ["&&a=1&&", "a1"],
    ["a=%zz%", "a%zz%"],
    ["?a=1", "?a1"],
    ["\uFEFFa=1", "\uFEFFa1"],
    ["__proto__=1&constructor=2", "__proto__1constructor2"],
    ["a=\u{1F600}&a=\uFFFD", "a\u{1F600}a\uFFFD"],
  ])("%j is %j", (form, wanted) => expect(read(formFields, { body: form })).toBe(wanted));
});

describe("a query and a form as Plivo signs them", () => {
  it.each([
    ["/h", "", ""],
    ["/h?", "", ""],
    ["/h?b=2&a=1", "", "a=1&b=2"],
    ["/h", "b=2&a=1", "a1b2"],
    ["/h?b=2&a=1", "d=4&c=3", "a=1&b=2.c3d4"],
    ["/h?a=2&a=1", "c=2&c=1", "a=1&a=2.c1c2"],
    ["/h?a=1?b=2", "", "a=1?b=2"],
    ["/h?a=x+y", "b=%C3%A4", "a=x y.bä"],
  ])("%s with %j is %j", (url, form, wanted) => expect(read(queryAndForm, { url, body: form })).toBe(wanted));

  it("is none of a body that is no UTF-8", () => expect(read(queryAndForm, { url: "/h?a=1", body: Uint8Array.of(0x61, 0xff) })).toBeUndefined());
});

describe("a body's CRC-32", () => {
  it.each([
    ["123456789", "3421780262"],
    ["", "0"],
    ["a", "3904355907"],
    ["\u0000", "3523407757"],
    ["The quick brown fox jumps over the lazy dog", "1095738169"],
  ])("of %j is %s", (text, wanted) => expect(read(bodyCrc32, { body: text })).toBe(wanted));

  it("is of bytes, not of letters", () => expect(read(bodyCrc32, { body: Uint8Array.of(0xff, 0xfe) })).toBe(String(crcOf([0xff, 0xfe]))));
});

/** Bit by bit, from the most significant: another way than the one under test. */
function crcOf(bytes: readonly number[]): number {
  const reverse = (value: number, bits: number): number => Number.parseInt(value.toString(2).padStart(bits, "0").split("").toReversed().join(""), 2);
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc = (crc ^ (reverse(byte, 8) << 24)) >>> 0;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1) >>> 0;
  }
  return reverse((crc ^ 0xffff_ffff) >>> 0, 32);
}
