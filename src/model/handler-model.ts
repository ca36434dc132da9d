import type { Sample, TypeDeclaration } from "../schema/payload-types.js";
import type { NeededOptions } from "./needed-options.js";
import type { SpecValue } from "./spec-value.js";

export type { SampleValue } from "../schema/payload-types.js";

/** Everything the templates print for one provider: every name decided, every collision found. */
export interface ProviderModel {
  readonly provider: string;
  /** The class prefix: `GitHub`. */
  readonly name: string;
  readonly docs?: string;
  /** `providers/github/webhook.yaml` */
  readonly source: string;
  /** The API version in the names of the files that its webhooks share: `payloads.2026-01.ts`. */
  readonly version?: string;
  readonly webhooks: readonly WebhookModel[];
  /** The payload declarations the chosen events need, in printing order. */
  readonly declarations: readonly TypeDeclaration[];
  /** The functions of `samples.ts`; none unless they were asked for. */
  readonly samples: readonly SampleModel[];
  /** All of it came with the package, whose tests find it to be inert. */
  readonly isChecked?: true;
  /** The provider's version of its built-in payloads. */
  readonly apiVersion?: string;
  /** Those of `validators.ts`; none unless they were asked for. */
  readonly validators: readonly ValidatorModel[];
}

/** What checks the payloads of one type. */
export interface ValidatorModel {
  /** `pushValidator` */
  readonly constant: string;
  /** The declaration it checks: `PushPayload`. */
  readonly type: string;
  /** The first that delivers it: `pull_request.opened`. */
  readonly event: string;
}

/** A function that makes an example. */
export interface SampleModel extends Sample {
  readonly functionName: string;
  /** The declaration it makes: `PushPayload`, `User`. */
  readonly type: string;
  /** What delivers it, `pull_request.opened`; undefined for a part that payloads share. */
  readonly event?: string;
}

/** One generated class and its file. */
export interface WebhookModel {
  readonly provider: string;
  /** `default`, `releases` */
  readonly webhook: string;
  /** File name without extension: `handler`, `releases`. */
  readonly file: string;
  /** The command that makes this file again. */
  readonly command: string;
  /** False when only its payloads are needed. */
  readonly isWritten: boolean;
  /** `GitHubHandler`, `GitHubReleasesHandler` */
  readonly className: string;
  /** The union of all its events: `GitHubEvent`, `GitHubReleasesEvent`. */
  readonly unionName: string;
  readonly docs?: string;
  readonly paths: readonly string[];
  /** Undefined when nothing is signed, or keys are fetched. */
  readonly secretEnv?: string;
  readonly verified: boolean;
  /** What the handler must be given besides the secret. */
  readonly needs: NeededOptions;
  /** The spec's entries between `secretEnv` and `routes`: verify, event, action, id, eventMap, shape. */
  readonly spec: ReadonlyMap<string, SpecValue>;
  readonly events: readonly EventModel[];
}

/** An event without actions, or with them. */
export interface EventModel {
  readonly event: string;
  readonly description?: string;
  readonly docs?: string;
  readonly method: string;
  /** `PushEvent`, `PullRequestEvent` */
  readonly typeName: string;
  /** A declaration's name, or undefined: `unknown`. */
  readonly payload?: string;
  readonly actions: readonly ActionModel[];
}

export interface ActionModel {
  readonly action: string;
  readonly method: string;
  /** `PullRequestOpenedEvent` */
  readonly typeName: string;
  readonly payload?: string;
}
