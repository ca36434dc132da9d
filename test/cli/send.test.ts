import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

interface Received {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** An app that takes everything, and what came. */
async function app(): Promise<{ readonly url: string; readonly received: readonly Received[] }> {
  const received: Received[] = [];
  const http = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ headers: request.headers, body: String(body) });
      response.end("ok");
    });
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void http.close(() => undefined).closeAllConnections());
  await once(http, "listening");
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, received };
}

describe("send", () => {
  it("says how far it is where somebody watches, and nowhere else", async () => {
    const { url, received } = await app();
    const argv = ["send", "slack", "app_mention", "--url", url, "--count", "2"];
    const env = { SLACK_SIGNING_SECRET: "s" };
    const watched = await capture(argv, tempFolder(), { env, isTTY: true });
    expect(watched.stderr).toBe("\r\u001B[2K1 of 2\r\u001B[2K2 of 2\r\u001B[2K");
    expect((await capture(argv, tempFolder(), { env })).stderr).toBe("");
    expect(received.length).toBe(4);
  });

  it("makes a delivery id for each, and keeps the one that was given", async () => {
    const { url, received } = await app();
    const env = { STRIPE_WEBHOOK_SECRET: "whsec_s" };
    await capture(["send", "stripe", "payment_intent.succeeded", "--url", url, "--count", "2"], tempFolder(), { env });
    await capture(["send", "stripe", "payment_intent.succeeded", "--url", url, "--set", "id=evt_1"], tempFolder(), { env });
    const ids = received.map(({ body }) => (JSON.parse(body) as { readonly id: string }).id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe("evt_1");
  });

  it("sends the body of a batch, and of a form, byte by byte", async () => {
    const { url, received } = await app();
    const bodies = { "whole.json": '{ "object":"page",  "entry": [] }', "form.txt": "Body=a%20b&From=%2B1" };
    const cwd = tempFolder(bodies);
    const sent = await capture(["send", "meta", "feed", "--url", url, "--payload", "whole.json"], cwd, { env: { META_APP_SECRET: "s" } });
    await capture(["send", "twilio", "incoming_message", "--url", url, "--payload", "form.txt"], cwd, { env: { TWILIO_AUTH_TOKEN: "s" } });
    expect(received.map(({ body }) => body), sent.stderr).toEqual(Object.values(bodies));
  });

  it("writes a new key for nobody else to read", async () => {
    const cwd = tempFolder();
    const { exitCode, stdout } = await capture(["send", "sendgrid", "delivered", "--new-key", "key.pem", "--json"], cwd);
    expect([exitCode, JSON.parse(stdout)]).toEqual([0, { provider: "sendgrid", privateKey: "key.pem", publicKey: expect.stringMatching(/^MFkw/), secretEnv: expect.any(String) }]);
    expect(statSync(join(cwd, "key.pem")).mode & 0o777).toBe(0o600);
    expect(stdout).not.toContain(readFileSync(join(cwd, "key.pem"), "utf8").split("\n")[1]);
  });

  it("names the variable that holds what a provider signs beside the payload", async () => {
    const cwd = tempFolder();
    await capture(["send", "paypal", "PAYMENT.CAPTURE.COMPLETED", "--new-key", "key.pem"], cwd);
    const { exitCode, stderr } = await capture(["send", "paypal", "PAYMENT.CAPTURE.COMPLETED", "--private-key", "key.pem"], cwd);
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/cannot-sign.*parameter_missing[\s\S]*PAYPAL_WEBHOOK_ID/)]);
  });
});
