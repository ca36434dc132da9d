import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { WebhookHandler, WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { capture } from "../cli/capture.js";
import { compileStrictly } from "../compile-strictly.js";
import { tempFolder } from "../temp-folder.js";

const EVENT = "github-app-authorization-revoked";

const OWN_HANDLER = `import type { WebhookResult } from "@smart-webhooks/runtime";
import { OctokitHandler, type GithubAppAuthorizationRevokedEvent } from "./webhooks/octokit/handler.js";

export class MyHandler extends OctokitHandler {
  override onGithubAppAuthorizationRevoked({ payload }: GithubAppAuthorizationRevokedEvent): WebhookResult {
    const action: "revoked" = payload.action;
    return this.successResponse({ action, login: payload.sender.login.toUpperCase() });
  }
}
`;

/** As a person does, who looks up how requests are signed. */
function fillIn(path: string): void {
  const yaml = readFileSync(path, "utf8");
  const filled = yaml.replaceAll(/# (?=(?:signing_secret_env|verification_type|signature_header|event_header):)/g, "").replace("signature_header: X-Hub-Signature-256", '$&\n    signature_prefix: "sha256="');
  writeFileSync(path, filled);
}

it("an OpenAPI document becomes a handler whose typed method takes a signed sample", async () => {
  const cwd = tempFolder({ "package.json": '{"type":"module"}', "my-handler.ts": OWN_HANDLER });
  copyFileSync(join(packageRoot(), "test/fixtures/openapi/octokit-webhooks.json"), join(cwd, "openapi.json"));
  expect(await capture(["import-openapi", "openapi.json", "--name", "octokit"], cwd)).toMatchObject({ exitCode: 0 });

  // Nothing is generated from what nobody has said.
  expect(await capture(["generate", "octokit"], cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/verification_type/) });
  fillIn(join(cwd, "providers/octokit/webhook.yaml"));
  expect(await capture(["generate", "octokit"], cwd)).toMatchObject({ exitCode: 0, stderr: expect.not.stringMatching(/No schema/) });

  mkdirSync(join(cwd, "node_modules/@smart-webhooks"), { recursive: true });
  symlinkSync(join(packageRoot(), "src/runtime"), join(cwd, "node_modules/@smart-webhooks/runtime"));
  expect(compileStrictly("typescript7", cwd, { include: ["my-handler.ts", "webhooks/**/*.ts"] })).toBe("");

  const { exitCode, stdout } = await capture(["sample", "octokit", EVENT, "--set", "sender.login=mona"], cwd);
  expect(exitCode).toBe(0);
  const { MyHandler } = (await import(/* @vite-ignore */ join(cwd, "my-handler.ts"))) as { readonly MyHandler: new (options: WebhookHandlerOptions) => WebhookHandler };
  const handler = new MyHandler({ secret: "s3cret", logger: {} });
  const request = await signedRequest(handler, EVENT as never, JSON.parse(stdout));
  expect(request.headers).toMatchObject({ "x-github-event": EVENT, "x-hub-signature-256": expect.stringMatching(/^sha256=[0-9a-f]{64}$/) });
  const response = await handler.handle(request);
  expect({ status: response.status, body: response.json() }).toEqual({ status: 200, body: { status: "success", action: "revoked", login: "MONA" } });
  expect((await handler.handle({ ...request, body: new TextEncoder().encode("{}") })).status).toBe(401);
});

it("the same in the built package, through its bin", () => {
  const cwd = tempFolder();
  copyFileSync(join(packageRoot(), "test/fixtures/openapi/octokit-webhooks.json"), join(cwd, "openapi.json"));
  const stdout = execFileSync(process.execPath, [join(packageRoot(), "bin/smart-webhooks.js"), "import-openapi", "openapi.json", "--json"], { cwd, encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({ provider: "github", files: expect.arrayContaining([{ path: "providers/github/webhook.yaml", change: "created" }]) });
});
