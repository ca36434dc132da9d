import { createHmac } from "node:crypto";
import type { Example } from "./error-page.js";

/** A captured request, and what the reader's folder has besides. */
interface Captured {
  readonly provider: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The line of the `.env` file. */
  readonly env: string;
  /** Words after the command. */
  readonly more?: string | undefined;
  /** In front of the headers: the line of a request. */
  readonly line?: string | undefined;
}

type Change = Partial<Captured & Pick<Example, "files" | "note" | "prepare">>;

/** The secret of the examples. */
export const SECRET = "q7Vw3kLxNnA5Zt9Rj2Hb8Yc4Ds6Fe1G0";

/** What GitHub sent in them. */
export const PUSH = '{"ref":"refs/heads/main"}';

/** What Twilio sent. */
const SMS = "Body=hello&From=%2B15550100&MessageSid=SM1";

/** The time at which Stripe and Slack sent it, in Unix seconds, and a second later. */
const SENT = 1_764_000_000;
const NOW = "--now 2025-11-24T16:00:01Z";

/** A right delivery of GitHub, but for one thing; `sent` is what was signed. */
export function fromGitHub(change: Change = {}, sent: string = PUSH): Example {
  const headers = { "X-GitHub-Event": "push", "X-Hub-Signature-256": `sha256=${hmac("sha256", sent)}`, ...change.headers };
  return explained({ provider: "github", env: `GITHUB_WEBHOOK_SECRET=${SECRET}`, body: sent, ...change, headers });
}

/** A right delivery of Stripe, but for one thing. */
export function fromStripe(change: Change = {}, sent = '{"id":"evt_1","type":"charge.succeeded"}'): Example {
  const headers = { "Stripe-Signature": `t=${SENT},v1=${hmac("sha256", `${SENT}.${sent}`)}`, ...change.headers };
  return explained({ provider: "stripe", env: `STRIPE_WEBHOOK_SECRET=${SECRET}`, body: sent, more: NOW, ...change, headers });
}

/** A right delivery of Slack, but for one thing; `time` is what stands in its header of the time. */
export function fromSlack(change: Change = {}, time = String(SENT)): Example {
  const body = change.body ?? '{"type":"event_callback","event":{"type":"app_mention"},"event_id":"Ev1"}';
  const headers = { "X-Slack-Request-Timestamp": time, "X-Slack-Signature": `v0=${hmac("sha256", `v0:${time}:${body}`)}`, ...change.headers };
  return explained({ provider: "slack", env: `SLACK_SIGNING_SECRET=${SECRET}`, body, more: NOW, ...change, headers });
}

/** A right delivery of Twilio, which signs the URL, as the app saw it under another one. */
export function fromTwilio(called: string, more: string | undefined, headers: Readonly<Record<string, string>> = {}): Example {
  const signature = createHmac("sha1", SECRET).update(`${called}BodyhelloFrom+15550100MessageSidSM1`).digest("base64");
  const note = `Twilio called \`${called}\`.`;
  return explained({ provider: "twilio", env: `TWILIO_AUTH_TOKEN=${SECRET}`, body: SMS, more, note, headers: { "Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": signature, ...headers } });
}

/** An HMAC under the secret of the examples. */
export function hmac(algorithm: "sha1" | "sha256", text: string, encoding: "hex" | "base64" = "hex"): string {
  return createHmac(algorithm, SECRET).update(text).digest(encoding);
}

/** The request in files, and the command that explains it. */
export function explained({ provider, headers, body, env, more, line, files, note, prepare }: Captured & Change): Example {
  const lines = Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return {
    run: ["explain", provider, "--headers headers.txt --body body.txt", ...(more === undefined ? [] : [more])].join(" "),
    files: { ".env": `${env}\n`, "headers.txt": `${[...(line === undefined ? [] : [line]), ...lines].join("\n")}\n`, "body.txt": body, ...files },
    ...(note !== undefined && { note }),
    ...(prepare && { prepare }),
  };
}
