import { WebhookPermanentError, WebhookRetryError } from "@smart-webhooks/runtime";
import type { WebhookHandlerOptions } from "@smart-webhooks/runtime";
import type { Deployer } from "./deploy.js";
import { type GitHubEvent, GitHubHandler, type PushEvent } from "./webhooks/github/handler.js";
import type { PushPayload } from "./webhooks/github/payloads.js";

/** A push becomes a deployment: filter, validate, process, tell others, answer. */
export class DeployingHandler extends GitHubHandler {
  readonly #deployer: Deployer;
  readonly #tell: (message: string) => void;

  constructor(deployer: Deployer, tell: (message: string) => void, options?: WebhookHandlerOptions) {
    super(options);
    this.#deployer = deployer;
    this.#tell = tell;
  }

  /** 1. Filter: other branches are no business of ours. They are answered, and reach no method. */
  override shouldHandle({ type, payload }: GitHubEvent): boolean {
    return type === "push" && payload.ref === `refs/heads/${payload.repository.default_branch}`;
  }

  override async onPush({ payload }: PushEvent) {
    // 2. Validate. 400 and more: GitHub shows the delivery as failed, and it may be sent again.
    if (payload.deleted) return this.errorResponse("The branch is gone", 422);
    // 3. Process.
    const deployment = await this.#deploy(payload);
    // 4. Tell others.
    this.#tell(`${payload.pusher.name} deployed ${deployment}`);
    // 5. Answer.
    return this.successResponse({ processed_commits: payload.commits.length, deployment });
  }

  async #deploy({ after, repository }: PushPayload): Promise<string> {
    if (repository.archived) throw new WebhookPermanentError(`${repository.full_name} is archived`); // 200, and never again
    if (this.#deployer.busy) throw new WebhookRetryError("The deployer is busy", { retryAfter: 30 }); // 503, and again
    return this.#deployer.deploy(repository.full_name, after);
  }
}
