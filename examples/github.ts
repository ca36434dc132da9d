import { GitHubHandler, type PushEvent } from "./webhooks/github/handler.js";

/** What you write: a method for each event that you want. */
export class MyGitHubHandler extends GitHubHandler {
  override onPush({ payload }: PushEvent) {
    return this.successResponse({ processed: payload.commits.length });
  }
}
