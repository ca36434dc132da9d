import {
  type SecretLookup,
  type SuccessBody,
  type WebhookError,
  WebhookEvent,
  type WebhookHandlerOptions,
  type WebhookResponse,
  type WebhookSpec,
} from "@smart-webhooks/runtime";
import { webhookRoutes } from "@smart-webhooks/runtime/express";
import { webhookRoutes as fetchRoutes } from "@smart-webhooks/runtime/fetch";
import { type MockedEvent, mockEvent, type SignedRequest, signedRequest } from "@smart-webhooks/runtime/testing";
import { GitHubHandler, type PullRequestEvent, type PullRequestOpenedEvent, type PushEvent } from "../golden/github/github/handler.js";
import { pullRequestOpenedSample, pushSample } from "../golden/github/github/samples.js";
import { GitHubReleasesHandler } from "../golden/origin/github/releases.js";

// A customer's server and tests: all of it compiles, under every flag and by every compiler.

/** A method's own answer type reaches its test. */
export class Mine extends GitHubHandler {
  override onPush({ payload }: PushEvent): WebhookResponse<SuccessBody<{ readonly commits: number }>> {
    return this.successResponse({ commits: payload.commits.length });
  }
}

/** Every option may be given as undefined: `process.env.X` needs no condition around it. */
declare const nothing: { readonly [Name in keyof WebhookHandlerOptions]-?: undefined };

/** The forms of each option. */
export const handlers: readonly GitHubHandler[] = [
  new Mine(),
  new Mine(nothing),
  new Mine({ secret: "s", env: { GITHUB_WEBHOOK_SECRET: undefined }, now: () => 0, tolerance: 60, maxBodyBytes: 1 }),
  new Mine({ secret: ["new", "old"] as const, path: "/hooks", logger: {}, allow: [] }),
  new Mine({ secret: ({ headers }): SecretLookup => headers["x-tenant"], path: ["/a", "/b"] as const }),
  new Mine({ secret: async () => ["s"], onError: ({ code, status }: WebhookError, { provider, event }) => void [code, status, provider, event] }),
  new Mine({ logger: { warn: (message, { id }) => void `${message} ${id}` } }),
];

const payload = pushSample({ ref: "refs/heads/main", head_commit: null });

/** An event made by hand is of the event's own type; its action is inferred. */
export const push: PushEvent = new WebhookEvent({ provider: "github", type: "push", payload });
/** With an action. */
export const opened: PullRequestOpenedEvent = new WebhookEvent({
  provider: "github",
  type: "pull_request",
  action: "opened",
  payload: pullRequestOpenedSample(),
  headers: { "x-github-event": "pull_request" },
  id: undefined,
});
/** An action's event is one of its event's, and any event is a `WebhookEvent`. */
export const wider: readonly [PullRequestEvent, WebhookEvent<string, unknown, string | undefined>] = [opened, opened];

/** What a unit test does with a handler. */
export async function test(handler: Mine): Promise<readonly unknown[]> {
  const response: ReturnType<Mine["onPush"]> = handler.onPush(push);
  const mocked: PushEvent = mockEvent(GitHubHandler, "push", { commits: [{ id: "1" }], repository: { owner: { login: undefined } } });
  const action: MockedEvent<GitHubHandler, "pull_request.opened"> = mockEvent(GitHubHandler, "pull_request.opened");
  const any: PullRequestEvent = mockEvent(GitHubHandler, "pull_request", { number: 1 });
  const signed: SignedRequest = await signedRequest(handler, "pull_request.opened", opened.payload, { secret: undefined, id: "1" });
  const answer: WebhookResponse = await handler.handle(signed);
  const dispatched: WebhookResponse = await handler.dispatch(opened);
  return [response.json().commits, mocked.payload.ref, action.payload.number, any.action, answer.status, dispatched.headers["content-type"]];
}

/** A spec may be read, and copied with another path. */
export const spec: WebhookSpec<GitHubHandler> = { ...GitHubHandler.spec, path: ["/a", "/b"] };

/** Handlers of several classes in one registration, and anything of their form. */
export function serve(): readonly unknown[] {
  const releases = GitHubReleasesHandler.define({ onReleasePublished: ({ payload: { release } }) => ({ tag: release.tag_name }) });
  return [webhookRoutes({ github: new Mine(), "github/releases": releases }, { basePath: undefined }), fetchRoutes({ "/hooks": { path: "/x", handle: (request) => releases.handle(request) } })];
}
