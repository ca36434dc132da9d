import { pascalCase } from "./pascal-case.js";

/** One payload of a source: an event's, or one action's. */
export interface SourcePayload {
  readonly event: string;
  readonly action?: string;
  /** The component that describes it: `#/components/schemas/webhook-push`. */
  readonly reference: string;
}

/** `PushPayload`, `PullRequestOpenedPayload` */
export function payloadName(payload: SourcePayload): string {
  return `${pascalCase(payload.event)}${pascalCase(payload.action ?? "")}Payload`;
}
