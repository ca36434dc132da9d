import { describe, expect, it } from "vitest";
import { envSecret } from "../src/env-secret.js";
import { joinHeaders } from "../src/join-headers.js";

describe("a secret in a variable", () => {
  it.each([
    ["as it is", " a b ", " a b "],
    ["without a file's line break", "abc\r\n", "abc"],
    ["not at all when it is blank", " \n", undefined],
    ["not at all when it is not set", undefined, undefined],
  ])("is read %s", (_, text, secret) => expect(envSecret(text)).toBe(secret));
});

describe("header lines", () => {
  it("are joined by name, whatever the name", () => {
    const joined = joinHeaders([["X-A", "1"], ["x-a", "2"], ["__proto__", "3"]]);
    expect(Object.entries(joined)).toEqual([["x-a", "1, 2"], ["__proto__", "3"]]);
  });
});
