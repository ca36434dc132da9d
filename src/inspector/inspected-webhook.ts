import type { WebhookSpec } from "@smart-webhooks/runtime";

/** A webhook whose deliveries the inspector takes. */
export interface InspectedWebhook {
  /** `github`, or `github/releases`. */
  readonly name: string;
  readonly spec: WebhookSpec;
  /** Where it is served: `/webhooks/github` and the paths of its YAML. */
  readonly paths: readonly string[];
}
