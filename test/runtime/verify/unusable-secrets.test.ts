import { describe, expect, it } from "vitest";
import { base64, basic, header, hmac } from "@smart-webhooks/runtime/verify";

describe("secrets that are none", () => {
  it.each([" : ", "\t:\t", ":"])("for Basic: %j", (secret) => expect(basic().toKey(secret)).toBeUndefined());

  it.each(["YWJj=ZGVmZ2hpamtsbW5v", "YWJjZGVmZ2hpamts=bW5vcA==", "=YWJjZGVmZ2hpamtsbW5v"])("in base64, with padding inside: %s", (secret) =>
    expect(hmac({ signature: header("x-signature"), secret: base64() }).toKey(secret)).toBeUndefined(),
  );

  it("in base64 are some with the padding or without", () => {
    const scheme = hmac({ signature: header("x-signature"), secret: base64() });
    for (const secret of ["YWJjZGVmZ2hpamtsbW5vcA==", "YWJjZGVmZ2hpamtsbW5vcA"]) expect(scheme.toKey(secret)).toBeDefined();
  });
});
