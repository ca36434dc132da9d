import { WebhookEvent, type WebhookSpec } from "@smart-webhooks/runtime";
import { webhookRoutes } from "@smart-webhooks/runtime/express";
import { mockEvent, signedRequest } from "@smart-webhooks/runtime/testing";
import { hmac, header } from "@smart-webhooks/runtime/verify";
import { type GitHubEvent, GitHubHandler, type PullRequestEvent, type PullRequestOpenedEvent, type PushEvent } from "../golden/github/github/handler.js";
import { pushSample } from "../golden/github/github/samples.js";

// What a customer may get wrong with an event, a spec or a test. Each marked line is refused, as in refused.ts.

/** Fields that are not there, or may be missing. */
export function readPush({ payload }: PushEvent): readonly unknown[] {
  return [
    // @ts-expect-error TS2551 commits is meant
    payload.comits,
    // @ts-expect-error TS2551 misspelt further down
    payload.repository.full_nam,
    // @ts-expect-error TS18047 a deletion has no head commit
    payload.head_commit.id,
    // @ts-expect-error TS18048 sender is not required
    payload.sender.login,
    // @ts-expect-error TS2532 there may be no commit at all
    payload.commits[0].id,
    // @ts-expect-error TS7053 no object takes any key, where its keys are known
    payload.repository["anything"],
  ];
}

/** Narrowing to what the webhook does not deliver. */
export function narrow(event: GitHubEvent): void {
  switch (event.type) {
    // @ts-expect-error TS2678 no event is called so
    case "pusj":
    case "push":
      // @ts-expect-error TS2339 a field of another event
      void event.payload.pull_request;
  }
  // @ts-expect-error TS2540 an event is what was delivered
  event.type = "push";
}

/** Actions that are none, and fields of another action. */
export function narrowAction(event: PullRequestEvent): void {
  // @ts-expect-error TS2339 only the payloads of some actions have it
  void event.payload.label;
  switch (event.action) {
    // @ts-expect-error TS2678 no action is called so
    case "opend":
    case "opened":
      // @ts-expect-error TS2339 a field of labeled
      void event.payload.label;
      // @ts-expect-error TS2367 open and closed are all the states there are
      void (event.payload.pull_request.state === "opened");
  }
}

declare const push: PushEvent;
declare const anyPull: PullRequestEvent;

// @ts-expect-error TS2322 an event of another type
export const pulled: PullRequestEvent = push;
// @ts-expect-error TS2322 an event with any action
export const opened: PullRequestOpenedEvent = anyPull;
// @ts-expect-error TS2322 a payload without its fields
export const empty: PushEvent = new WebhookEvent({ provider: "github", type: "push", payload: {} });

/** The payload of an event that nobody described is `unknown`, not `any`. */
export class Unknown extends GitHubHandler {
  override onUnknownEvent(event: WebhookEvent): void {
    // @ts-expect-error TS18046 nothing is known of it
    void event.payload.ref;
    // @ts-expect-error TS2322 and so it is nothing else, either
    const payload: object = event.payload;
    void payload;
  }
}

/** In the other form it is inferred. */
export const unknown: GitHubHandler = GitHubHandler.define({
  // @ts-expect-error TS18046 nothing is known of it
  onUnknownEvent: ({ payload }) => ({ ref: payload.ref }),
});

/** A spec that somebody wrote by hand. */
export const spec: WebhookSpec<GitHubHandler> = {
  ...GitHubHandler.spec,
  // @ts-expect-error TS2322 the digest's name
  verify: hmac({ algorithm: "md5", signature: header("x-signature") }),
  // @ts-expect-error TS2820 onPush is meant
  routes: { push: "onPusj", pull_request: { method: "onPullRequest", actions: {} } },
};
/** The same of an action. */
export const actions: WebhookSpec<GitHubHandler>["routes"] = {
  // @ts-expect-error TS2820 onPullRequestOpened is meant
  pull_request: { method: "onPullRequest", actions: { opened: "onPullRequestOpend" } },
  // @ts-expect-error TS2322 a member, but no event's method
  push: "successResponse",
};

/** In tests and in the server's file. */
export async function use(handler: GitHubHandler): Promise<void> {
  // @ts-expect-error TS2345 no event is called so
  mockEvent(GitHubHandler, "pusj");
  // @ts-expect-error TS2345 no action is called so
  mockEvent(GitHubHandler, "pull_request.opend");
  // @ts-expect-error TS2561 commits is meant
  mockEvent(GitHubHandler, "push", { comits: [] });
  // @ts-expect-error TS2345 no event is called so
  await signedRequest(handler, "pusj", {});
  // @ts-expect-error TS2561 ref is meant
  pushSample({ reff: "refs/heads/main" });
  // @ts-expect-error TS2739 the class is no handler: new is missing
  webhookRoutes({ github: GitHubHandler });
}
