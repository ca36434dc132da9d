import type { WebhookSpec } from "@smart-webhooks/runtime";
import { signedOfUrl } from "../signed-of-url.js";

/** What to do about an app's answer that is not the right one. */
export function adviseReceiver(spec: WebhookSpec, publicUrl: string): (status: number) => string {
  return (status) => {
    if (status < 400) return "A provider follows no redirect: give the URL of the webhook itself";
    if (status === 404 || status === 405) return `Look at the path: the webhook's own is ${[spec.path].flat().join(" or ")}`;
    const needs = receiverNeeds(spec, publicUrl);
    if (needs.length > 0 && (status === 401 || status === 403 || status === 503)) return `See that your app has ${needs.join(", and ")}; its log says what was wrong`;
    return "Your app's log says what was wrong";
  };
}

/** What an app must have for a delivery that was signed here to be accepted, as parts of a sentence. `publicUrl` is the origin that was signed. */
function receiverNeeds(spec: WebhookSpec, publicUrl: string): readonly string[] {
  const { verify, secretEnv, params = {} } = spec;
  return [
    ...(verify.signed ? [verify.keyless ? "the option fetchKey, which gives the public key that --new-key printed" : `the same ${secretEnv ?? "secret"}`] : []),
    ...(signedOfUrl(spec.verify) === "origin" ? [`the option publicUrl "${publicUrl}" (--public-url says another)`] : []),
    ...Object.values(params).map((name) => `the same ${name}`),
  ];
}
