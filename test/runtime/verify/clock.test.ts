import { verifySignature } from "@smart-webhooks/runtime";
import { body, field, header, hmac, iso8601, milliseconds, query, seconds, timestamp, type TimestampSource, unix, unlimited } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { sign } from "../../../src/runtime/testing/sign.js";
import { NOW, surroundings } from "../testing/sign-family.js";
import { checkOf } from "./make-check.js";

describe("a time in seconds", () => {
  it.each([["1764000000", 1_764_000_000_000], ["1", 1000], ["99999999999", 99_999_999_999_000]])("is %s", (text, time) => expect(seconds().parse(text)).toBe(time));

  it.each(["", "0", "01", "-1", "+1", " 1", "1 ", "1\n", "1.5", "1,5", "1e9", "1_0", "0x10", "1n", "NaN", "Infinity", "١٢", "100000000000"])("is not %j", (text) =>
    expect(seconds().parse(text)).toBeNaN(),
  );
});

describe("a time in milliseconds", () => {
  it.each([["1764000000123", 1_764_000_000_123], ["1", 1], ["99999999999999", 99_999_999_999_999]])("is %s", (text, time) => expect(milliseconds().parse(text)).toBe(time));

  it.each(["", "0", "01", "-1", "+1", " 1", "1.5", "1e12", "0x10", "100000000000000"])("is not %j", (text) => expect(milliseconds().parse(text)).toBeNaN());
});

describe("a time in seconds or milliseconds", () => {
  it.each([["1764000000", 1_764_000_000_000], ["99999999999", 99_999_999_999_000], ["100000000000", 100_000_000_000], ["1764000000123", 1_764_000_000_123]])(
    "is %s, told by its length",
    (text, time) => expect(unix().parse(text)).toBe(time),
  );

  it.each(["", "0", "01", " 1764000000", "1764000000.5", "1764000000 000", "-1764000000123", "100000000000000"])("is not %j", (text) => expect(unix().parse(text)).toBeNaN());
});

describe("a time as a date", () => {
  const noon = Date.UTC(2025, 10, 24, 12);

  it.each<readonly [string, number]>([
    ["2025-11-24T12:00:00Z", noon],
    ["2025-11-24t12:00:00z", noon],
    ["2025-11-24 12:00:00Z", noon],
    ["2025-11-24T12:00:00+00:00", noon],
    ["2025-11-24T12:00:00-00:00", noon],
    ["2025-11-24T14:00:00+02:00", noon],
    ["2025-11-24T04:00:00-08:00", noon],
    ["2025-11-24T17:45:00+05:45", noon],
    ["2025-11-24T12:00:00.5Z", noon + 500],
    ["2025-11-24T12:00:00.05Z", noon + 50],
    ["2025-11-24T12:00:00.123Z", noon + 123],
    ["2025-11-24T12:00:00.123456Z", noon + 123],
    ["2025-11-24T12:00:00.999999999Z", noon + 999],
    ["2025-11-24T12:00:00.123456789012-00:00", noon + 123],
    ["2024-02-29T00:00:00Z", Date.UTC(2024, 1, 29)],
  ])("is %s", (text, time) => expect(iso8601().parse(text)).toBe(time));

  it.each([
    "", "2025-11-24", "2025-11-24T12:00:00", "2025-11-24T12:00Z", "12:00:00Z", "20251124T120000Z", "2025-11-24T12:00:00+0200", "2025-11-24T12:00:00+02",
    "2025-11-24T12:00:00.Z", "2025-11-24T12:00:00,5Z", "2025-11-24T12:00:00.1234567890123Z", "2025-11-24T12:00:00 Z", " 2025-11-24T12:00:00Z",
    "2025-11-24T12:00:00Z ", "2025-11-24T12:00:00Z\n", "2025-13-24T12:00:00Z", "2025-00-24T12:00:00Z", "2025-11-00T12:00:00Z", "2025-11-32T12:00:00Z",
    "2025-11-24T25:00:00Z", "2025-11-24T12:60:00Z", "2025-12-31T23:59:60Z", "2025-11-24T12:00:00+24:00", "+002025-11-24T12:00:00Z", "25-11-24T12:00:00Z",
    "Mon, 24 Nov 2025 12:00:00 GMT", "1764000000", "2025-11-24T12:00:00ZZ", "٢٠٢٥-11-24T12:00:00Z",
    "2025-02-30T00:00:00Z",
    "2025-04-31T00:00:00Z",
  ])("is not %j", (text) => expect(iso8601().parse(text)).toBeNaN());
});

describe("a timestamp", () => {
  const headers = { "x-time": "12", "x-empty": "", "x-blank": " \t", "x-words": "now" };
  const text = '{"at":{"number":12,"text":"12","big":1e21,"list":[12],"none":null}}';
  const check = checkOf({ url: "/hook?time=12&twice=1&twice=2", headers, body: text });

  it.each<readonly [string, TimestampSource, unknown]>([
    ["in a header", seconds(300, header("X-Time")), { text: "12", time: 12_000 }],
    ["in the query", seconds(300, query("time")), { text: "12", time: 12_000 }],
    ["in a field, as a number", seconds(300, field("at.number")), { text: "12", time: 12_000 }],
    ["in a field, as a text", milliseconds(300, field("at.text")), { text: "12", time: 12 }],
    ["beside the signature", seconds(), { text: "13", time: 13_000 }],
    ["in an empty header", seconds(300, header("x-empty")), "timestamp_missing"],
    ["in a blank header", seconds(300, header("x-blank")), "timestamp_missing"],
    ["in no header", seconds(300, header("x-none")), "timestamp_missing"],
    ["twice in the query", seconds(300, query("twice")), "timestamp_missing"],
    ["in no field", seconds(300, field("at.constructor")), "timestamp_missing"],
    ["in a field that is null", seconds(300, field("at.none")), "timestamp_missing"],
    ["in a field that is a list", seconds(300, field("at.list")), "timestamp_missing"],
    ["too large for a number", seconds(300, field("at.big")), "timestamp_malformed"],
    ["in words", seconds(300, header("x-words")), "timestamp_malformed"],
    ["of another format", iso8601(300, header("x-time")), "timestamp_malformed"],
  ])("%s", (_, source, found) => expect(source.read(check, "13")).toEqual(found));

  it("that should stand beside the signature and does not is missing", () => expect(seconds().read(check, undefined)).toBe("timestamp_missing"));
});

describe("a delivery's age", () => {
  it.each<readonly [string, number, number, number | undefined, unknown]>([
    ["at the limit, in the future", 300, -300_000, undefined, { ok: true, timestamp: NOW }],
    ["at the limit", 300, 300_000, undefined, { ok: true, timestamp: NOW }],
    ["a millisecond over it", 300, 300_001, undefined, { ok: false, reason: "timestamp_too_old" }],
    ["a millisecond over it, in the future", 300, -300_001, undefined, { ok: false, reason: "timestamp_in_future" }],
    ["at the option's limit", 300, 10_000, 10, { ok: true, timestamp: NOW }],
    ["over the option's limit", 300, 10_001, 10, { ok: false, reason: "timestamp_too_old" }],
    ["over the option's limit, in the future", 300, -10_001, 10, { ok: false, reason: "timestamp_in_future" }],
    ["within an option that is larger", 300, 900_000, 900, { ok: true, timestamp: NOW }],
    ["of any size, without a limit", unlimited, 1e15, undefined, { ok: true, timestamp: NOW }],
    ["without a limit but for the option's", unlimited, 300_001, 300, { ok: false, reason: "timestamp_too_old" }],
    ["within a part of a second", 0.5, 500, undefined, { ok: true, timestamp: NOW }],
    ["over a part of a second", 0.5, 501, undefined, { ok: false, reason: "timestamp_too_old" }],
  ])("%s", async (_, own, later, tolerance, wanted) => {
    const verify = hmac({ signature: header("x-s"), content: [timestamp, ".", body], timestamp: milliseconds(own, header("x-t")) });
    const draft = { method: "POST", url: "/", headers: {}, body: new Uint8Array(3) };
    const request = await sign(verify, draft, { secret: "s", surroundings });
    expect(await verifySignature({ verify }, request, { secret: "s", tolerance, now: () => NOW + later })).toEqual(wanted);
  });
});
