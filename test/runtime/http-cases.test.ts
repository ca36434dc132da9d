import { readFileSync } from "node:fs";
import { type WebhookEvent, type WebhookResponse } from "@smart-webhooks/runtime";
import { describe, expect, it } from "vitest";
import { GitHubHandler } from "../golden/github-all/github/handler.js";

interface HttpCase {
  readonly id: string;
  readonly why: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly bodyBase64: string;
  readonly secretEnv: Readonly<Record<string, string>>;
  readonly now: number;
  readonly config?: { readonly maxBodyBytes?: number };
  readonly handler?: string;
  readonly requires?: readonly string[];
  readonly expect: {
    readonly status: number | readonly number[];
    readonly handlerCalled: boolean | "any";
    readonly bodyMustNotContain?: readonly string[];
    readonly rawBodyMustContain?: string;
    readonly maxRssDeltaMiB?: number;
  };
}

const FEATURES = new Set(["rotation", "payload-shape-check"]);
const cases = (JSON.parse(readFileSync(new URL("../fixtures/github-http-cases.json", import.meta.url), "utf8")) as HttpCase[]).filter(
  ({ requires = [] }) => requires.every((feature) => FEATURES.has(feature)),
);

/** Handles the five events that the cases' receiver has methods for. */
function receiver(test: HttpCase): { readonly handler: GitHubHandler; readonly seen: WebhookEvent[] } {
  const seen: WebhookEvent[] = [];
  const take = (event: WebhookEvent): void => {
    seen.push(event);
    if (test.handler?.startsWith("throw:")) throw new Error(test.handler.slice("throw:".length));
    // Whatever a handler throws must be survived, `undefined` too.
    // oxlint-disable-next-line no-throw-literal
    if (test.handler === "throw-undefined") throw undefined;
  };
  const methods = { onPush: take, onPullRequest: take, onIssues: take, onIssueComment: take, onRelease: take };
  const options = { env: test.secretEnv, now: () => test.now * 1000, logger: {}, ...test.config };
  return { handler: GitHubHandler.define(methods, options), seen };
}

async function send(test: HttpCase, handler: GitHubHandler): Promise<WebhookResponse> {
  const body = Uint8Array.from(Buffer.from(test.bodyBase64, "base64"));
  return handler.handle({ method: test.method, url: test.path, headers: test.headers, body });
}

describe("recorded and hostile GitHub requests", () => {
  it("has cases", () => expect(cases.length).toBeGreaterThan(70));

  it.each(cases)("$id: $why", async (test) => {
    const { handler, seen } = receiver(test);
    const before = process.memoryUsage().rss;
    const response = await send(test, handler);
    const grown = (process.memoryUsage().rss - before) / 2 ** 20;

    expect([test.expect.status].flat()).toContain(response.status);
    if (test.expect.handlerCalled !== "any") expect(seen.length > 0).toBe(test.expect.handlerCalled);
    for (const secret of [...Object.values(test.secretEnv), ...(test.expect.bodyMustNotContain ?? []), "node_modules", "    at "]) {
      if (secret.trim() !== "") expect(response.body).not.toContain(secret);
    }
    if (test.expect.rawBodyMustContain !== undefined) {
      expect(new TextDecoder().decode(seen[0]?.rawBody)).toContain(test.expect.rawBodyMustContain);
    }
    if (test.expect.maxRssDeltaMiB !== undefined) expect(grown).toBeLessThan(test.expect.maxRssDeltaMiB);
  });
});
