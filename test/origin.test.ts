import { WebhookEvent } from "@smart-webhooks/runtime";
import { webhookRoutes } from "@smart-webhooks/runtime/fetch";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import examples from "@octokit/webhooks-examples/api.github.com/index.json" with { type: "json" };
import { expect, it } from "vitest";
import { GitHubHandler, type PullRequestEvent, type PushEvent } from "./golden/origin/github/handler.js";
import { GitHubReleasesHandler } from "./golden/origin/github/releases.js";

// The example that the product was conceived from.
class MyGitHubHandler extends GitHubHandler {
  override onPush(event: PushEvent) {
    const { commits } = event.payload;
    return this.successResponse({ processed: true, commits: commits.length });
  }

  override onPullRequest(event: PullRequestEvent) {
    if (event.action === "opened") return this.successResponse({ opened: event.payload.pull_request.title });
    return this.successResponse();
  }
}

/** One of GitHub's own example payloads. */
function example(name: string, action?: string): Record<string, unknown> {
  const payloads = examples.find((one) => one.name === name)?.examples as readonly Record<string, unknown>[];
  return payloads.find((payload) => action === undefined || payload["action"] === action) as Record<string, unknown>;
}

it("a unit test builds an event and calls the method", () => {
  const handler = new MyGitHubHandler();
  const payload = JSON.parse(JSON.stringify(example("push")));
  const event = new WebhookEvent({ provider: "github", type: "push", payload, headers: { "X-GitHub-Event": "push" } });
  const response = handler.onPush(event);
  expect(response.status).toBe(200);
  expect(response.json().processed).toBe(true);
});

it("both webhooks of the YAML are served in one registration", async () => {
  const options = { env: { GITHUB_WEBHOOK_SECRET: "s" }, logger: {} };
  const github = new MyGitHubHandler(options);
  const releases = GitHubReleasesHandler.define({ onReleasePublished: ({ payload }) => ({ tag: payload.release.tag_name }) }, options);
  const routes = webhookRoutes({ github, "github/releases": releases });
  const send = async (request: Promise<{ url: string; method: string; headers: Record<string, string>; body: Uint8Array }>) => {
    const { url, ...init } = await request;
    const response = await routes(new Request(`http://localhost${url}`, init as RequestInit));
    return { status: response.status, body: await response.json() };
  };

  const opened = example("pull_request", "opened");
  expect(await send(signedRequest(github, "pull_request.opened", opened))).toMatchObject({
    status: 200,
    body: { status: "success", opened: (opened["pull_request"] as { title: string }).title },
  });
  expect(await send(signedRequest(releases, "release.published", example("release", "published")))).toMatchObject({
    status: 200,
    body: { status: "success", tag: expect.any(String) },
  });
});
