import { GLOBAL_NAMES } from "../global-names.js";

/** What a generated handler file imports besides its class and events, and what stands for something else everywhere. */
export const TAKEN_NAMES: ReadonlySet<string> = new Set(["WebhookHandler", "WebhookEvent", "WebhookResult", "WebhookSpec", "NaN", "Infinity", ...GLOBAL_NAMES]);
