import { describe, expect, it } from "vitest";
import { maskSecret } from "../src/delivery/mask-secret.js";
import { hider } from "../src/explain/mask.js";

const secret = '"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw/+" ';
const bare = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw/+";

const texts = [
  ["as it is", secret],
  ["without quotes", bare],
  ["without its prefix", bare.slice(6)],
  ["in a URL", encodeURIComponent(bare)],
  ["in base64", Buffer.from(bare).toString("base64")],
  ["in base64 for URLs", Buffer.from(bare).toString("base64url")],
  ["in hex", Buffer.from(bare).toString("hex")],
] as const;

describe("a secret in a text", () => {
  it.each(texts)("is found %s, by explain, dev and send alike", (_, text) => {
    expect(hider([secret])(`before ${text} after`)).not.toContain(text.slice(8, -8));
    const { body, headers } = maskSecret({ status: 200, headers: { "x-echo": text }, body: `{"echo":"${text}"}`, truncated: false, duration: 1 }, secret);
    expect([body, headers]).toEqual(['{"echo":"(secret)"}', { "x-echo": "(secret)" }]);
  });

  it("is none where there is none", () => {
    expect(maskSecret({ status: 200, headers: {}, body: "abc", truncated: false, duration: 1 }, "").body).toBe("abc");
  });
});
