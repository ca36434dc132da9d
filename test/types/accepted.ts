import { type WebhookAnswer, type WebhookEvent, type WebhookHandlerOptions, WebhookResponse, type WebhookResult, errorResponse } from "@smart-webhooks/runtime";
import { type GitHubEvent, GitHubHandler, type PullRequestEvent, type PullRequestOpenedEvent, type PushEvent } from "../golden/github/github/handler.js";

// A customer's own code: all of it compiles, under every flag and by every compiler.

/** What methods may give, awaited or not. */
export class Answers extends GitHubHandler {
  override onPush({ payload }: PushEvent): WebhookResponse<unknown> {
    return this.successResponse({ commits: payload.commits.length, pusher: payload.pusher.name });
  }

  override onIssues(): WebhookResult {
    return this.errorResponse("No issues here", 404);
  }

  override onIssuesOpened(): void {}

  override onIssuesClosed(): { readonly closed: boolean } {
    return { closed: true };
  }

  override async onIssuesEdited(): Promise<Answer> {
    return { processed: 1 };
  }

  override onIssuesAssigned(): WebhookResult {
    return { processed: 1 };
  }

  override async onIssuesUnassigned(): Promise<WebhookAnswer> {
    return { processed: { deeply: [1] } };
  }

  override async onIssuesLabeled(): Promise<void> {
    await Promise.resolve();
  }

  override async onPullRequest({ action, payload }: PullRequestEvent): Promise<WebhookResponse> {
    return action === "opened" ? new WebhookResponse(payload.pull_request.title) : this.successResponse();
  }

  override onPullRequestOpened({ payload }: PullRequestOpenedEvent): Answer | undefined | WebhookResponse {
    if (payload.pull_request.draft) return undefined;
    return payload.number > 1 ? { processed: payload.number } : errorResponse("first");
  }
}

interface Answer {
  readonly processed: number;
}

/** A class may have what it likes besides its methods: the base class takes no name that is not documented. */
export class Own extends GitHubHandler {
  private readonly store: ReadonlyMap<string, number> = new Map();
  protected logger: (line: string) => void = () => undefined;
  secret = 1;
  options: readonly string[] = [];
  spec = "of a unit";
  receiver: unknown;
  retries = 0;
  event: string | undefined;
  name = "own";

  constructor(options: WebhookHandlerOptions = {}) {
    super({ ...options, allow: ["onModuleInit"] });
  }

  onModuleInit(): void {
    this.logger(`${this.store.size} known`);
  }

  validate(): boolean {
    return this.verify("") && this.run() === this.secret;
  }

  verify(text: string): boolean {
    return text === "";
  }

  run(): number {
    return this.retries;
  }

  override shouldHandle(event: GitHubEvent): boolean | Promise<boolean> {
    return event.type === "push" ? event.payload.ref.startsWith("refs/heads/") : Promise.resolve(true);
  }
}

/** Narrowing where one method takes everything. */
export class Everything extends GitHubHandler {
  override onEvent(event: GitHubEvent): { readonly about: string } {
    switch (event.type) {
      case "push":
        return { about: event.payload.head_commit?.id ?? event.payload.ref };
      case "pull_request":
        return { about: event.action === "labeled" ? (event.payload.label?.name ?? "") : event.payload.pull_request.title };
      case "issues":
        return { about: `${event.action} ${event.payload.action} ${event.payload.issue.title}` };
    }
  }

  override onUnknownEvent(event: WebhookEvent): void {
    if (typeof event.payload === "object" && event.payload !== null && "zen" in event.payload) this.errorResponse(String(event.payload.zen));
  }
}

/** Types flow into the other form; `this` is the handler. */
export const defined: GitHubHandler = GitHubHandler.define(
  {
    onPush({ payload }) {
      return this.successResponse({ ref: payload.ref });
    },
    onIssues: ({ action, payload }) => ({ action, title: payload.issue.title }),
    async onPullRequestOpened(event) {
      return event.payload.pull_request.merged ? undefined : errorResponse(event.action, 422);
    },
    onEvent: (event) => ({ id: event.id, late: event.receivedAt - (event.timestamp ?? 0) }),
    onUnknownEvent: ({ payload }) => ({ payload }),
    shouldHandle: ({ type }) => type !== "push",
  },
  { secret: ["new", "old"] },
);
