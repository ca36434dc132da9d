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
  return `${subjectWords(payload).join("")}Payload`;
}

/** What a payload lends to names: `["PullRequest", "Opened"]`. Capitals do not shout on: `FILE_COMMENT` is `FileComment`. */
export function subjectWords({ event, action }: Pick<SourcePayload, "event" | "action">): readonly string[] {
  return [event, ...(action === undefined ? [] : [action])].map((text) => pascalCase(/[a-z]/.test(text) ? text : text.toLowerCase()));
}
