import { describe, expect, test } from "vitest";
import { hideSecrets } from "../../src/inspector/hide-secrets.js";
import type { InspectedWebhook } from "../../src/inspector/inspected-webhook.js";

const webhook = { spec: { secretEnv: "ACME_SECRET" } } as unknown as InspectedWebhook;
const hide = (secret: string, previous?: string) => hideSecrets(webhook, { ACME_SECRET: secret, ACME_SECRET_PREVIOUS: previous });

describe("hiding secrets", () => {
  test.each(["a-secret-of-some-length", 'with "quotes" in it', "with a line\nbreak"])("leaves nothing of %j in a payload", (secret) => {
    const hidden = hide(secret).value({ token: secret, list: [{ inner: `before ${secret} after` }], [secret]: 1, other: "stays" });
    expect(JSON.stringify(hidden)).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(hidden).toMatchObject({ other: "stays" });
  });

  test("gives a payload back as it was where there is nothing to hide", () => {
    const payload = { a: 1, b: "text" };
    expect(hide("a-secret-of-some-length").value(payload)).toBe(payload);
  });

  test("hides the previous secret too", () => expect(hide("a-secret-of-some-length", "the-one-before-that").text("is the-one-before-that?")).not.toContain("before-that?"));

  test("hides credentials of anybody, and no other header", () => {
    const headers = [["Authorization", "Bearer abc.def"], ["COOKIE", "a=b"], ["X-Sig", "a-secret-of-some-length"], ["x-event", "push"]] as const;
    expect(hide("a-secret-of-some-length").headers(headers)).toEqual([["Authorization", "Bearer …"], ["COOKIE", "…"], ["X-Sig", expect.not.stringContaining("secret-of")], ["x-event", "push"]]);
  });

  test("hides nothing where no secret is set", () => expect(hide(" ").text("a b")).toBe("a b"));
});
