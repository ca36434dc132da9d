import type { WebhookConfig } from "../config/provider-config.js";

/** Seconds that a signed time may lie from the clock, in both directions; undefined where no time is signed, or any is taken. */
export function replayWindow({ verification: { type, scheme } }: Pick<WebhookConfig, "verification">): number | undefined {
  const isTimed = type === "standard_webhooks" || scheme.timestamp_header !== undefined || scheme.timestamp_field !== undefined || scheme.signature_pairs?.timestamp !== undefined;
  if (scheme.replay_tolerance === "none") return undefined;
  return scheme.replay_tolerance ?? (isTimed ? 300 : undefined);
}
