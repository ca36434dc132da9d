import { describe, expect, test } from "vitest";
import { listProviders } from "../../src/config/list-providers.js";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const builtinDir = `${packageRoot()}/providers`;
const providers = await listProviders({ cwd: packageRoot(), builtinDir, providersDir: builtinDir });

async function info(...argv: readonly string[]): Promise<readonly string[]> {
  return (await capture(["info", ...argv], tempFolder())).stdout.split("\n").map((line) => line.replaceAll(/  +/g, " ").trim());
}

describe("info", () => {
  test.each(providers)("says of %s how it is verified, and what its events are called by", async (provider) => {
    const { exitCode, stdout } = await capture(["info", provider, "--json"], tempFolder());
    const { webhooks } = JSON.parse(stdout) as { readonly webhooks: readonly { readonly verification: Readonly<Record<string, unknown>>; readonly events: readonly { readonly method: string }[] }[] };
    expect(exitCode).toBe(0);
    for (const { verification, events } of webhooks) {
      expect(verification["algorithm"]).toMatch(/^\S.*\S$/);
      expect(JSON.stringify(verification)).not.toMatch(/undefined|``/);
      for (const { method } of events) expect(method).toMatch(/^on[A-Z]/);
    }
  });

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ["a header with a prefix", ["github"], ["scheme HMAC-SHA256 (hmac_sha256)", "signature header x-hub-signature-256, after sha256=, hex", 'replays no time is checked; the delivery\'s id is not signed: see replay: "strict"']],
    ["pairs in a header", ["stripe"], ["signature header stripe-signature, as the value of v1, hex", "replays more than 300 s old or ahead is refused; the delivery's id is signed"]],
    ["a key by its id", ["plaid"], ["scheme JSON Web Token, ES256 (jwt)", "needs fetchKey: the public key by its id", "replays more than 300 s old or ahead is refused; a delivery has no id and is known by its body"]],
    ["a parameter", ["pusher"], ["needs params.appKey (or PUSHER_APP_KEY)"]],
    ["a signed URL", ["twilio", "--webhook", "voice"], ["needs publicUrl, or trustProxy: the URL is signed"]],
    ["a token", ["gitlab"], ["scheme a token that is sent along: nothing is signed (token)", "covers nothing"]],
    ["a handshake, and an answer", ["aws-sns"], ["handshake POST, signed: answered for you", "answer 200"]],
    ["how to receive it", ["gitlab", "--webhook", "signed"], ['import { GitLabSignedHandler } from "./webhooks/gitlab/signed.js";', 'app.use(webhookRoutes({ "gitlab/signed": handler }));']],
  ])("says %s", async (_, argv, lines) => {
    expect(await info(...argv)).toEqual(expect.arrayContaining([...lines]));
  });

  test("tells whose the YAML is", async () => {
    const cwd = tempFolder({ "providers/github/webhook.yaml": "webhooks:\n  default:\n    events: [push]\n" });
    const { stdout } = await capture(["info", "github"], cwd);
    expect(stdout).toContain("from       providers/github/webhook.yaml, over the built-in one\n");
    expect(JSON.parse((await capture(["info", "github", "--json"], cwd)).stdout)).toMatchObject({ origin: "extended", file: "providers/github/webhook.yaml" });
  });

  test.each([
    [["gihub"], "Did you mean github?"],
    [["github", "--webhook", "defalt"], 'Did you mean "default"?'],
    [[], "Missing required argument 'provider'"],
  ])("%j exits with 2", async (argv, says) => {
    const { exitCode, stderr } = await capture(["info", ...argv], tempFolder());
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(says) as string });
  });
});
