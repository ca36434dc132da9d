import type { CauseCode } from "../../src/explain/cause-code.js";
import { explained, fromGitHub, fromSlack, fromStripe, fromTwilio, hmac, PUSH, SECRET } from "./captured.js";
import type { ErrorPage } from "./error-page.js";

type RequestCause = Extract<CauseCode, `url-${string}` | `signature-${string}` | "public-url-missing" | "method" | "algorithm" | "other-webhook" | "other-provider">;

const HOOK = "https://hooks.example.com/webhooks/twilio";
const AT = "--url";

/** Causes that lie in the URL, in the signature's place, or in who sent it. */
export const requestCausePages: Readonly<Record<RequestCause, ErrorPage>> = {
  method: {
    means: "The request did not come with POST. Mostly a redirect turned it into GET, and the body was dropped.",
    fix: "Give the provider the final URL: `https`, the right host, with or without the slash at the end.",
    example: fromGitHub({ line: "GET /webhooks/github HTTP/1.1" }),
  },
  "public-url-missing": {
    means: "The provider signs the URL that it called, and only its path is known here. Behind a proxy nothing in the request proves the rest.",
    fix: 'Give the handler `publicUrl: "https://hooks.example.com"`, or `trustProxy: true` where your own proxy sets `X-Forwarded-Host` and `X-Forwarded-Proto`. For this command, `--public-url`.',
    example: fromTwilio(HOOK, undefined, { Host: "hooks.example.com" }),
  },
  "url-scheme": {
    means: "The provider called by `https` and the app saw `http`, or the other way round: a proxy ends TLS.",
    fix: "`publicUrl` in the handler's options, or `trustProxy: true` where your own proxy sets `X-Forwarded-Proto`.",
    example: fromTwilio(HOOK, `${AT} http://hooks.example.com/webhooks/twilio`),
  },
  "url-host": {
    means: "A proxy or a tunnel changed the host: the app saw an inner one.",
    fix: "`publicUrl` in the handler's options, or `trustProxy: true` where your own proxy sets `X-Forwarded-Host`.",
    example: fromTwilio(HOOK, `${AT} http://10.0.0.7:3000/webhooks/twilio`, { "X-Forwarded-Host": "hooks.example.com" }),
  },
  "url-port": {
    means: "The port is not the one that the provider called, or stands there where it had none.",
    fix: "`publicUrl` in the handler's options, with the port that the provider calls and no other.",
    example: fromTwilio("https://hooks.example.com:8443/webhooks/twilio", `${AT} ${HOOK}`),
  },
  "url-path": {
    means: "A gateway took something off the front of the path, or put it there.",
    fix: "`publicUrl` with that prefix. Under a router of Express hand over `originalUrl`, not `url`: the adapter does.",
    example: fromTwilio("https://hooks.example.com/api/webhooks/twilio", `${AT} ${HOOK}`),
  },
  "url-trailing-slash": {
    means: "A slash at the end of the path came or went.",
    fix: "Let no proxy and no framework add or drop it, or give the provider the URL as your app sees it.",
    example: fromTwilio(HOOK, `${AT} ${HOOK}/`),
  },
  "url-query": {
    means: "The query was lost, sorted or written again, and it is signed with the URL.",
    fix: "Hand the URL over as it came. In Express that is `originalUrl`; a URL that is put together from parsed parts differs.",
    example: fromTwilio(HOOK, `${AT} ${HOOK}?retry=1`),
  },
  "signature-missing": {
    means: "The request has no signature where the scheme says.",
    fix: "See whether a secret is set at the provider: most sign only then. If it is, a proxy drops the header.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": undefined } }),
  },
  "signature-header-renamed": {
    means: "The signature is right, and its header came under another name, such as `HTTP_X_HUB_SIGNATURE_256`: the names of CGI and WSGI.",
    fix: "Hand headers over under their own names. A proxy may also drop names with underscores.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": undefined, HTTP_X_HUB_SIGNATURE_256: `sha256=${hmac("sha256", PUSH)}` } }),
  },
  "signature-old-scheme": {
    means: "Only the signature of the provider's older scheme came (SHA-1), and it is right. It is not taken: SHA-1 is weak.",
    fix: "Let the newer header pass, `X-Hub-Signature-256`; a list of allowed headers in a proxy is older than it.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": undefined, "X-Hub-Signature": `sha1=${hmac("sha1", PUSH)}` } }),
  },
  "signature-header-joined": {
    means: "The signature's header came more than once, and its values were joined with commas.",
    fix: "Let it pass once: something on the way puts it there again.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": `sha256=${hmac("sha256", PUSH)}, sha256=${hmac("sha256", PUSH)}` } }),
  },
  "signature-prefix": {
    means: "The signature is right, but the prefix in front of it, such as `sha256=`, is missing or another one.",
    fix: "Let the header pass as it came. In a `webhook.yaml` of yours set `signature_prefix` to what stands there.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": hmac("sha256", PUSH) } }),
  },
  "signature-encoding": {
    means: "The signature is right, but written in another encoding than it is read in: hex, base64, or base64 for URLs.",
    fix: "In a `webhook.yaml` of yours set `signature_encoding`. Of a built-in provider, see what writes the header again.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": `sha256=${hmac("sha256", PUSH, "base64")}` } }),
  },
  "signature-truncated": {
    means: "What came is the beginning of the right signature. Something cut it off.",
    fix: "Look for a limit on the length of headers on the way, or of a column that captures are kept in.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": `sha256=${hmac("sha256", PUSH).slice(0, 40)}` } }),
  },
  "signature-malformed": {
    means: "What stands in the signature's place is none: another length, other characters.",
    fix: "Copy all of the header. In a `webhook.yaml` of yours look at `signature_prefix`, `signature_encoding` and `signature_pairs`.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": "sha256=redacted" } }),
  },
  algorithm: {
    means: "The signature is made by another algorithm than the one that is taken.",
    fix: "Choose the algorithm at the provider. In a `webhook.yaml` of yours look at `verification_type` or `jwt_algorithms`.",
    example: fromGitHub({ headers: { "X-Hub-Signature-256": `sha256=${hmac("sha1", PUSH)}` } }),
  },
  "other-webhook": {
    means: "The signature is right for another webhook of the same provider: it signs commands, events and interactions in different ways.",
    fix: "Have it sent to the path of that webhook, or explain it with `--webhook`.",
  },
  "other-provider": {
    means: "The headers are those of another provider.",
    fix: "Set that provider's URL to the path of its own handler. If the capture is mixed up, name its provider.",
    example: explained({ provider: "stripe", env: `STRIPE_WEBHOOK_SECRET=${SECRET}`, body: PUSH, headers: { "X-GitHub-Event": "push", "X-Hub-Signature-256": `sha256=${hmac("sha256", PUSH)}` } }),
  },
};

type OtherCause = Extract<CauseCode, `header-${string}` | `timestamp-${string}` | `key-${string}` | "claim-mismatch">;

/** Causes that lie in what is signed besides the body, and in keys that are fetched. */
export const signedCausePages: Readonly<Record<OtherCause, ErrorPage>> = {
  "header-missing": {
    means: "A header that is part of what is signed, or that the scheme asks for, is not there.",
    fix: "Let every header of the provider pass: see what the proxy drops, and capture all of them.",
  },
  "header-mismatch": {
    means: "A header does not say what the scheme wants: the delivery is for another app or account, or of another version.",
    fix: "Compare it with the provider's page, and with the variable that `required_headers` names.",
  },
  "timestamp-missing": {
    means: "The time of signing is not where the scheme says. Without it a delivery could be sent again for ever.",
    fix: "Let every header of the provider pass, and capture all of them.",
    example: fromSlack({ headers: { "X-Slack-Request-Timestamp": undefined } }),
  },
  "timestamp-malformed": {
    means: "The time of signing cannot be read.",
    fix: "Let the header pass as it came. In a `webhook.yaml` of yours set `timestamp_format`: seconds, milliseconds or ISO 8601.",
    example: fromSlack({}, "yesterday"),
  },
  "timestamp-unit": {
    means: "The time is in seconds, milliseconds or ISO 8601, and is read as another of them.",
    fix: "In a `webhook.yaml` of yours set `timestamp_format` to what the header has.",
    example: fromSlack({}, "1764000000000"),
  },
  "timestamp-too-old": {
    means: "The signature is right, and the request is older than the window. That is what a replay looks like, and also a delivery that waited, or an old capture.",
    fix: "Of a capture, say when it came with `--now`. In an app see whether deliveries wait in a queue before they are verified, and whether the clock is right (NTP).",
    example: fromStripe({ more: "--now 2025-11-24T16:10:00Z" }),
  },
  "timestamp-in-future": {
    means: "The signature is right, and the request was signed later than now: the receiver's clock is behind.",
    fix: "Have the clock set by NTP. A virtual machine that slept is often behind.",
    example: fromStripe({ more: "--now 2025-11-24T15:50:00Z" }),
  },
  "claim-mismatch": {
    means: "A token's signature is right, and it was made for somebody or something else: another audience, another account, another body.",
    fix: "If it is the body's hash: verify the raw bytes, before anything parses them. Else compare the application and the account at the provider.",
  },
  "key-unavailable": {
    means: "The provider's public key could not be fetched.",
    fix: "See whether the provider's host can be reached from where the app runs: a firewall that lets nothing out is the usual cause.",
  },
  "key-unknown": {
    means: "The request names a key that the provider does not have, or not any more.",
    fix: "A capture may be older than the keys: take a newer one. Else it is another environment's, or forged.",
  },
  "key-url-untrusted": {
    means: "The request wants its key fetched from a host that is not the provider's. Followed, it would prove anybody's word.",
    fix: "Nothing: it is forged. If the provider moved its keys, update the package, or `certificate_hosts` in a `webhook.yaml` of yours.",
  },
};
