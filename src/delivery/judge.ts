import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Problem } from "../errors.js";
import type { Fault } from "./fault.js";
import { signsUrl } from "./signs-url.js";

/** What is looked at of an answer. */
export interface Judged {
  readonly status: number;
}

/** What a receiver should answer: 2xx to a good delivery and to its duplicate, 4xx to a forged one. */
export function expected(fault: Fault | undefined): "2xx" | "4xx" {
  return fault === undefined || fault === "duplicate" ? "2xx" : "4xx";
}

/** Whether an answer is what a receiver should give. */
function isExpected({ status }: Judged, fault: Fault | undefined): boolean {
  return String(status)[0] === expected(fault)[0];
}

/** What is wrong with an answer, and what to do; undefined when it is what a receiver should give. `publicUrl` is the origin that was signed. */
export function judge(answer: Judged, spec: WebhookSpec, { fault, publicUrl }: { readonly fault: Fault | undefined; readonly publicUrl: string }): Problem | undefined {
  if (isExpected(answer, fault)) return undefined;
  const { status } = answer;
  const isGood = expected(fault) === "2xx";
  if (isGood) return { code: "delivery-refused", severity: "error", message: `A good delivery was answered ${status}, not 2xx`, hint: advice(status, spec, publicUrl) };
  const message = status < 300 ? `A forged delivery (${fault}) was accepted: answered ${status}, not 4xx` : `A forged delivery (${fault}) was answered ${status}, not 4xx`;
  const hint = status < 300 ? "See that the route verifies: anybody can send what this one takes" : advice(status, spec, publicUrl);
  return { code: status < 300 ? "forgery-accepted" : "forgery-not-refused", severity: "error", message, hint };
}

function advice(status: number, spec: WebhookSpec, publicUrl: string): string {
  if (status < 400) return "A provider follows no redirect: give the URL of the webhook itself";
  if (status === 404) return `Look at the path: the webhook's own is ${[spec.path].flat().join(" or ")}`;
  if (status === 401 || status === 403 || status === 503) return `See that your app has ${needs(spec, publicUrl).join(", and ")}; its log says what was wrong`;
  return "Your app's log says what was wrong";
}

/** What the receiver must be given, for a delivery that was signed here to be accepted. */
function needs(spec: WebhookSpec, publicUrl: string): readonly string[] {
  const { verify, secretEnv, params = {} } = spec;
  return [
    verify.keyless ? "the option fetchKey, which answers the public key that --new-key printed" : `the same ${secretEnv ?? "secret"}`,
    ...(signsUrl(spec) ? [`the option publicUrl: "${publicUrl}" (or say with --public-url what it has)`] : []),
    ...Object.values(params).map((name) => `the same ${name}`),
  ];
}
