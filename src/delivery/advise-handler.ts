import type { WebhookSpec } from "@smart-webhooks/runtime";
import { signedOfUrl } from "../signed-of-url.js";

/** What to do about a handler's answer that is not the right one, where it was run in this process. */
export function adviseHandler(spec: WebhookSpec): (status: number) => string {
  return (status) => {
    if (status !== 401 && status !== 503) return "What it logged says what was wrong";
    const isUrl = signedOfUrl(spec.verify) === "origin" ? ", and say with --public-url what it has" : "";
    return `What it logged says why. An instance with keys of its own cannot know those of this test: export the class${isUrl}`;
  };
}
