import type { WebhookResult } from "@smart-webhooks/runtime";
import { GitHubHandler, type IssuesEvent } from "../golden/github/github/handler.js";

// What a customer may get wrong in a handler. types.test.ts holds that each marked line is refused, for the error it names.

/** Methods that no event calls, or that are declared wrongly. */
export class Methods extends GitHubHandler {
  // @ts-expect-error TS4117 no event is called so: onPush is meant
  override onPusj(): void {}

  // @ts-expect-error TS2416 the event of another method
  override onPush(_event: IssuesEvent): void {}

  // @ts-expect-error TS4114 overrides without saying so
  onPullRequestOpened(): void {}

  // @ts-expect-error TS4113 the base class has no such member
  override validate(): void {}

  // @ts-expect-error TS2416 whether to handle an event is a yes or a no
  override shouldHandle(): string {
    return "yes";
  }
}

/** No export: there the flag isolatedDeclarations would object to the same. */
export const untyped: unknown = class extends GitHubHandler {
  // @ts-expect-error TS7006 TypeScript does not type a parameter from the base method
  override onPush(_event): void {}
};

/** Answers that are none. */
export class Answers extends GitHubHandler {
  // @ts-expect-error TS2416 a web Response is no WebhookResponse: fields of it would be sent as data
  override onPush(): Response {
    return new Response("thanks");
  }

  // @ts-expect-error TS2416 nor is a Promise of one
  override async onPullRequest(): Promise<Response> {
    return Response.json({});
  }

  // @ts-expect-error TS2416 a text could be of any type: new WebhookResponse("thanks") says which
  override onIssues(): string {
    return "thanks";
  }

  // @ts-expect-error TS2416 nor is a Promise of a text
  override async onPullRequestOpened(): Promise<string> {
    return "thanks";
  }

  // @ts-expect-error TS2416 a number could mean a status
  override onIssuesOpened(): number {
    return 200;
  }

  // @ts-expect-error TS2416 a list has no place for the answer's own fields
  override onIssuesClosed(): string[] {
    return [];
  }

  // @ts-expect-error TS2416 a function that somebody forgot to call
  override onIssuesEdited(): () => void {
    return () => undefined;
  }

  // @ts-expect-error TS2416 the answer says the status
  override onIssuesLabeled(): { readonly status: string } {
    return { status: "done" };
  }

  override onPullRequestClosed(): WebhookResult {
    // @ts-expect-error TS2322 the answer says the status
    return this.successResponse({ status: "done" });
  }
}

/** The other form. */
export const defined: readonly GitHubHandler[] = [
  // @ts-expect-error TS2561 no event is called so: onPush is meant
  GitHubHandler.define({ onPusj: () => ({}) }),
  // @ts-expect-error TS2353 a helper belongs into a class
  GitHubHandler.define({ onPush: () => ({}), helper: () => 1 }),
  // @ts-expect-error TS2322 a web Response
  GitHubHandler.define({ onPush: () => new Response("thanks") }),
  // @ts-expect-error TS2322 a Promise of a text
  GitHubHandler.define({ onPush: async () => "thanks" }),
  // @ts-expect-error TS2551 the payload is typed here too: commits
  GitHubHandler.define({ onPush: ({ payload }) => ({ count: payload.comits.length }) }),
  // @ts-expect-error TS2561 options come second, of the same type as the constructor's
  GitHubHandler.define({}, { secert: "s" }),
];

class Mine extends GitHubHandler {}

/** What a handler is made with. */
export const constructed: readonly GitHubHandler[] = [
  // @ts-expect-error TS2511 without a method it would handle nothing
  new GitHubHandler(),
  // @ts-expect-error TS2561 secret is meant
  new Mine({ secert: "s" }),
  // @ts-expect-error TS2322 seconds are a number
  new Mine({ tolerance: "300" }),
  // @ts-expect-error TS2322 the look-up answers a secret
  new Mine({ secret: () => 1 }),
];
