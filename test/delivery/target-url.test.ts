import type { WebhookSpec } from "@smart-webhooks/runtime";
import { describe, expect, it } from "vitest";
import { targetUrl } from "../../src/delivery/target-url.js";
import { GenerateError } from "../../src/errors.js";

const spec = { path: "/webhooks/acme" } as unknown as WebhookSpec;

describe("the URL of an app", () => {
  it.each(["ftp://me:hunter2@127.0.0.1/", "http://me:hunter2@127.0.0.1:3000", "http://me:hunter2@:x"])("%s is refused, and its password not told", async (url) => {
    const error = await targetUrl(spec, url).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GenerateError);
    expect(JSON.stringify((error as GenerateError).problems)).toMatch(/"invalid-argument"/);
    expect(JSON.stringify((error as GenerateError).problems)).not.toContain("hunter2");
  });

  it("has the webhook's path where it has none of its own", async () => {
    expect((await targetUrl(spec, "http://127.0.0.1:3000")).pathname).toBe("/webhooks/acme");
    expect((await targetUrl(spec, "http://127.0.0.1:3000/own")).pathname).toBe("/own");
  });
});
