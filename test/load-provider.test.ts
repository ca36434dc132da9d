import { verifySignature } from "@smart-webhooks/runtime";
import { describe, expect, it } from "vitest";
import { GenerateError, loadProvider } from "../src/index.js";
import { tempFolder } from "./temp-folder.js";

const encoder = new TextEncoder();

describe("loadProvider", () => {
  it("gives the specs of a built-in provider, ready to verify by", async () => {
    const { webhooks } = await loadProvider("slack", { cwd: tempFolder() });
    expect(Object.keys(webhooks)).toEqual(["default", "commands", "interactions"]);
    expect(webhooks["interactions"]?.events).toContain("block_actions");
    expect(webhooks["default"]?.spec).toMatchObject({ provider: "slack", webhook: "default", path: "/webhooks/slack", secretEnv: "SLACK_SIGNING_SECRET", routes: { app_mention: "onAppMention" } });
  });

  it("takes the user's own providers first", async () => {
    const cwd = tempFolder({ "hooks/acme/webhook.yaml": "webhooks:\n  default:\n    verification_type: token\n    signature_header: X-Token\n    event: made\n    events: [made]\n" });
    const { webhooks } = await loadProvider("acme", { cwd, providersDir: "hooks" });
    const spec = webhooks["default"]?.spec;
    if (!spec) throw new Error("There is no spec");
    const request = { method: "POST", url: "/", headers: { "X-Token": "t0ken" }, body: encoder.encode("{}") };
    expect(await verifySignature(spec, request, { secret: "t0ken" })).toEqual({ ok: true, timestamp: undefined });
    expect(await verifySignature(spec, request, { secret: "other" })).toEqual({ ok: false, reason: "signature_mismatch" });
  });

  it("throws what is wrong with the YAML, with its place", async () => {
    const cwd = tempFolder({ "providers/acme/webhook.yaml": "webhooks:\n  default:\n    verification_type: tokn\n" });
    const error = await loadProvider("acme", { cwd }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GenerateError);
    expect((error as GenerateError).problems).toContainEqual(expect.objectContaining({ code: "unknown-value", at: expect.objectContaining({ file: "providers/acme/webhook.yaml", line: 3 }) }));
  });

  it("refuses a provider that nobody describes", async () => {
    await expect(loadProvider("strpe", { cwd: tempFolder() })).rejects.toThrow('There is no provider named "strpe"');
  });
});
