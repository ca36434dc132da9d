import { WebhookHandler, type WebhookEvent, type WebhookResult, type WebhookSpec } from "@smart-webhooks/runtime";
import { field, header, hmac } from "@smart-webhooks/runtime/verify";

/** A webhook like a generated one, small enough to be seen whole. */
export type SampleEvent = PushEvent | IssueEvent;
export type PushEvent = WebhookEvent<"push", { readonly ref: string }>;
export type IssueEvent = IssueOpenedEvent | IssueClosedEvent;
export type IssueOpenedEvent = WebhookEvent<"issue", { readonly action: "opened"; readonly title: string }, "opened">;
export type IssueClosedEvent = WebhookEvent<"issue", { readonly action: "closed"; readonly title: string }, "closed">;

export abstract class SampleHandler extends WebhookHandler<SampleEvent> {
  static readonly spec: WebhookSpec<SampleHandler> = {
    provider: "sample",
    webhook: "default",
    path: "/webhooks/sample",
    secretEnv: "SAMPLE_WEBHOOK_SECRET",
    verify: hmac({ signature: header("x-signature", { prefix: "sha256=" }) }),
    event: header("x-event"),
    action: field("action"),
    id: header("x-id"),
    routes: {
      push: "onPush",
      issue: { method: "onIssue", actions: { opened: "onIssueOpened", closed: "onIssueClosed" } },
    },
  };

  onPush?(event: PushEvent): WebhookResult;
  onIssue?(event: IssueEvent): WebhookResult;
  onIssueOpened?(event: IssueOpenedEvent): WebhookResult;
  onIssueClosed?(event: IssueClosedEvent): WebhookResult;
}
