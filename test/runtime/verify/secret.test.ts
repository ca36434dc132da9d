import { describe, expect, it } from "vitest";
import { base64, hex, type SecretFormat } from "@smart-webhooks/runtime/verify";
import { readSecret } from "../../../src/runtime/verify/secret.js";

const BYTES = [1, 2, 3, 4];

describe("a secret", () => {
  it.each(["s", " s ", "s\n", "undefined2", "nullable", "ünïcode", "whsec_AQIDBA=="])("without a format is its text: %j", (text) => {
    expect(readSecret(text, undefined)).toBe(text);
  });

  it.each([undefined, hex(), base64("whsec_")])("that is blank, or that a template made of nothing, is none: %j", (format) => {
    for (const text of ["", " ", "\t\r\n", "undefined", "null", " null ", "null\n"]) expect(readSecret(text, format)).toBeUndefined();
  });

  it.each<readonly [string, string, SecretFormat]>([
    ["in hex", "01020304", hex()],
    ["in hex, after a prefix", "key_01020304", hex("key_")],
    ["in hex, between blanks", " 01020304\n", hex()],
    ["in base64", "AQIDBA==", base64()],
    ["in base64 without its padding", "AQIDBA", base64()],
    ["in base64 with half of its padding", "AQIDBA=", base64()],
    ["in base64, between blanks", "\tAQIDBA==\r\n", base64("whsec_")],
    ["after its prefix", "whsec_AQIDBA==", base64("whsec_")],
    ["after its prefix, without padding", "whsec_AQIDBA", base64("whsec_")],
    ["after both of its prefixes", "v1,whsec_AQIDBA==", base64("v1,", "whsec_")],
    ["after the second of its prefixes", "whsec_AQIDBA==", base64("v1,", "whsec_")],
    ["without the prefixes it may have", "AQIDBA==", base64("v1,", "whsec_")],
  ])("%s: %j", (_, text, format) => expect(Array.from(readSecret(text, format) as Uint8Array)).toEqual(BYTES));

  it("in hex may be in capitals", () => expect(Array.from(readSecret("ABcd", hex()) as Uint8Array)).toEqual([0xab, 0xcd]));

  it.each<readonly [string, string, SecretFormat]>([
    ["a prefix alone", "whsec_", base64("whsec_")],
    ["a prefix before what a template made of nothing", "whsec_null", base64("whsec_")],
    ["three paddings", "AQ===", base64()],
    ["its prefix twice", "whsec_whsec_AQIDBA==", base64("whsec_")],
    ["its prefixes the other way round", "whsec_v1,AQIDBA==", base64("v1,", "whsec_")],
    ["a prefix in another case", "WHSEC_AQIDBA==", base64("whsec_")],
    ["another prefix", "whpk_AQIDBA==", base64("whsec_")],
    ["half a byte", "0102030", hex()],
    ["letters beyond f", "0102030g", hex()],
    ["a blank within", "0102 0304", hex()],
    ["letters of base64url", "AQ-_", base64()],
    ["a letter too many", "AQIDBAQID", base64()],
    ["spare bits that are not zero", "AQIDBB==", base64()],
    ["nothing but padding", "====", base64()],
    ["a variable that was not set, after the prefix", "whsec_undefined", base64("whsec_")],
  ])("with %s is none: %j", (_, text, format) => expect(readSecret(text, format)).toBeUndefined());
});
