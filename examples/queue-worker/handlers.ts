import { bullmqDispatcher } from "@smart-webhooks/runtime/bullmq";
import { redisStore } from "@smart-webhooks/runtime/redis";
import { queue, redis } from "./queue.js";
import { GitHubHandler, type PushEvent } from "./webhooks/github/handler.js";

class MyGitHubHandler extends GitHubHandler {
  override async onPush({ id, payload }: PushEvent) {
    console.log(`handled ${id}: ${payload.commits.length} commits to ${payload.ref}`);
  }
}

/** The same for both processes: the receiver queues, and the worker, which ignores the dispatcher, handles. */
export const handlers = {
  github: new MyGitHubHandler({ store: redisStore(redis), dispatcher: bullmqDispatcher(queue) }),
};
