import { GitHubHandler, type PushEvent } from "./github/handler.js";

/** Yours: write a method for each event that you want. Type "on" below, and your editor completes its name and its type. */
export class MyGitHubHandler extends GitHubHandler {
  override onPush(event: PushEvent) {
    return this.successResponse({ received: event.type });
  }
}
