import { createHmac } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { Case } from "../../src/explain/case.js";
import type { CauseCode } from "../../src/explain/cause-code.js";
import { keyPairs, type SignedCaseOptions } from "./signed-case.js";

/** A right request, broken in one way; the cause that must be named for it, and words of the fix. */
export interface BrokenRequest {
  readonly name: string;
  readonly provider: string;
  readonly with: SignedCaseOptions;
  readonly broken: (right: Case) => Case;
  readonly code: CauseCode;
  readonly says: RegExp;
  readonly fix: RegExp;
}

type Row = readonly [name: string, provider: keyof typeof REQUESTS, broken: (right: Case) => Case, code: CauseCode, says: RegExp, fix: RegExp];

const ACME = `webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Acme-Signature
    signed_content: "{timestamp}.{body}"
    timestamp_header: X-Acme-Timestamp
    replay_tolerance: 300
    signing_secret_env: ACME_SECRET
    event: sent
    events: [sent]
`;

const ACME_SIGNED_AT = ACME.replace("    replay", "    timestamp_format: milliseconds\n    replay");

/** Secrets of these tests: none of them may be shown. */
const SECRETS = {
  github: "It's-a-Secret-to-Everybody-0123456789",
  hex: "6b65792d6f662d7468697274792d74776f2d62797465732d666f722d74657374",
  stripe: "whsec_q7Vw3kLxNnA5Zt9Rj2Hb8Yc4Ds6Fe1G0",
  svix: "whsec_c3ZpeC1zZWNyZXQtb2YtdGhpcnR5LXR3by1ieXRlcyE=",
  twilio: "12345678901234567890123456789abc",
  token: "glpat-token-that-nobody-may-see",
  basic: "postmark:password-that-nobody-may-see",
} as const;

const PUSH = '{"ref":"refs/heads/main","url":"https://github.com/o/r","name":"naïve café","big":{"2":"b","a":1.0,"1":"x"},"n":7}';
const ORDER = '{"id":1,"price":10.0,"tags":["a & b","<c>"],"url":"https:\\/\\/shop.example.com\\/1"}';

const PAYPAL = {
  "paypal-transmission-id": "b2384410",
  "paypal-transmission-time": "2025-11-24T16:00:00Z",
  "paypal-cert-url": "https://api.paypal.com/v1/notifications/certs/CERT-360caa42",
};

/** The right requests. */
const REQUESTS = {
  github: { secret: SECRETS.github, event: "push", payload: PUSH },
  "github-lines": { provider: "github", secret: SECRETS.github, event: "push", payload: '{\n  "ref": "refs/heads/main"\n}\n' },
  "github-hex-secret": { provider: "github", secret: SECRETS.hex, event: "push", payload: PUSH },
  shopify: { secret: SECRETS.github, event: "orders/create", payload: ORDER },
  stripe: { secret: SECRETS.stripe, event: "charge.succeeded", payload: '{\n  "id": "evt_1",\n  "type": "charge.succeeded",\n  "data": {\n    "object": {}\n  }\n}' },
  slack: { secret: SECRETS.github, event: "app_mention", payload: '{"token":"x","event":{"type":"app_mention","text":"caf\\u00e9 \\/ bar"},"event_id":"Ev1"}' },
  "slack-command": { provider: "slack", webhook: "commands", secret: SECRETS.github, event: "command", payload: "command=%2Fweather&text=a+b%2Ac&trigger_id=1" },
  svix: { secret: SECRETS.svix, event: "message.attempt.failing", payload: '{"type":"message.attempt.failing"}' },
  discord: { secret: keyPairs.ed.raw, signedWith: keyPairs.ed.priv, event: "application_command", payload: '{"id":"1","type":2}' },
  twilio: { secret: SECRETS.twilio, event: "incoming_message", payload: "Body=hello+you&From=%2B15550100&MessageSid=SM1", publicUrl: "https://hooks.example.com" },
  square: { secret: SECRETS.github, event: "payment.created", payload: '{"type":"payment.created","event_id":"1"}', publicUrl: "https://hooks.example.com/api" },
  hubspot: { secret: SECRETS.github, event: "contact.creation", payload: { eventId: 1, subscriptionId: 2, objectId: 3, occurredAt: 4 }, publicUrl: "https://hooks.example.com" },
  "hubspot-v1": { provider: "hubspot", webhook: "v1", secret: SECRETS.github, event: "contact.creation", payload: { eventId: 1, subscriptionId: 2, objectId: 3, occurredAt: 4 } },
  box: { secret: SECRETS.github, event: "FILE.UPLOADED", payload: '{"trigger":"FILE.UPLOADED","id":"1"}' },
  paypal: { secret: "", signedWith: keyPairs.rsa.priv, event: "PAYMENT.CAPTURE.COMPLETED", payload: '{"id":"1","event_type":"PAYMENT.CAPTURE.COMPLETED"}', params: { webhookId: "WEBHOOK_ID" }, headers: PAYPAL, fetchKey: () => keyPairs.rsa.cert },
  plaid: { secret: "", signedWith: keyPairs.ec.priv, event: "TRANSACTIONS.SYNC_UPDATES_AVAILABLE", payload: '{"webhook_type":"TRANSACTIONS","webhook_code":"SYNC_UPDATES_AVAILABLE"}', fetchKey: () => keyPairs.ec.pub },
  gitlab: { secret: SECRETS.token, event: "push", payload: '{"object_kind":"push"}' },
  postmark: { secret: SECRETS.basic, event: "Delivery", payload: '{"RecordType":"Delivery"}' },
  acme: { secret: SECRETS.github, event: "sent", payload: '{"kind":"sent"}', yaml: ACME },
  "acme-ms": { provider: "acme", secret: SECRETS.github, event: "sent", payload: '{"kind":"sent"}', yaml: ACME_SIGNED_AT },
} satisfies Readonly<Record<string, SignedCaseOptions & { readonly provider?: string }>>;

const text = ({ request }: Case): string => new TextDecoder().decode(request.body);
const withBody = (right: Case, body: string | Uint8Array): Case => ({ ...right, request: { ...right.request, body: typeof body === "string" ? new TextEncoder().encode(body) : body } });
const withHeaders = (right: Case, headers: Readonly<Record<string, string | undefined>>): Case => ({
  ...right,
  request: { ...right.request, headers: Object.fromEntries(Object.entries({ ...right.request.headers, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined)) },
});
const withSecret = (right: Case, change: (secret: string) => string): Case => ({ ...right, secrets: right.secrets.map((one) => ({ ...one, value: change(one.value) })) });
const header = ({ request }: Case, name: string): string => request.headers[name] ?? "";
const renamed = (right: Case, from: string, to: string): Case => withHeaders(right, { [from]: undefined, [to]: header(right, from) });
const parsedAgain = (right: Case): Case => withBody(right, JSON.stringify(JSON.parse(text(right))));
const at = (right: Case, url: string): Case => ({ ...right, publicUrl: undefined, request: { ...right.request, url } });
const other = (right: Case, name: string, file?: string): Case => ({ ...withSecret(right, () => "another-secret-of-the-same-length-0"), otherSecrets: right.secrets.map(({ value }) => ({ name, value, ...(file !== undefined && { file }) })) });

const PARSERS = /before express\.json\(\)/;

const rows: readonly Row[] = [
  ["a wrong secret", "github", (right) => withSecret(right, () => "quite-another-secret"), "secret-wrong", /GITHUB_WEBHOOK_SECRET/, /provider's page/],
  ["no secret", "github", (right) => ({ ...right, secrets: [] }), "secret-missing", /GITHUB_WEBHOOK_SECRET is not set/, /Set GITHUB_WEBHOOK_SECRET/],
  ["a secret with a blank behind it", "github", (right) => withSecret(right, (secret) => `${secret} `), "secret-has-white-space", /white space around GITHUB_WEBHOOK_SECRET/, /Take the white space/],
  ["a secret in quotes", "stripe", (right) => withSecret(right, (secret) => `"${secret}"`), "secret-has-quotes", /quotes around STRIPE_WEBHOOK_SECRET/, /without quotes/],
  ["a secret with \\n as two characters", "slack", (right) => withSecret(right, (secret) => `${secret}\\n`), "secret-has-white-space", /the \\n at the end/, /two characters/],
  ["a secret without its prefix", "stripe", (right) => withSecret(right, (secret) => secret.replace("whsec_", "")), "secret-prefix", /whsec_ stands in front/, /with whsec_ in front/],
  ["a prefix that is not the secret's", "github", (right) => withSecret(right, (secret) => `ghs_${secret}`), "secret-prefix", /ghs_ is taken off/, /what stands after ghs_/],
  ["a secret that something decoded", "svix", (right) => withSecret(right, (secret) => Buffer.from(secret.slice(6), "base64").toString()), "secret-encoding", /its key is its text/, /secret_encoding: text/],
  ["a secret that was turned into hex", "github", (right) => withSecret(right, (secret) => Buffer.from(secret).toString("hex")), "secret-encoding", /stands for in hex/, /secret_encoding: hex/],
  ["a secret that was turned into base64", "shopify", (right) => withSecret(right, (secret) => Buffer.from(secret).toString("base64")), "secret-encoding", /stands for in base64/, /secret_encoding: base64/],
  ["the live secret for a test request", "stripe", (right) => other(right, "STRIPE_WEBHOOK_SECRET_LIVE"), "secret-of-other-variable", /right under STRIPE_WEBHOOK_SECRET_LIVE, and not under STRIPE_WEBHOOK_SECRET/, /set STRIPE_WEBHOOK_SECRET to the value of STRIPE_WEBHOOK_SECRET_LIVE/],
  ["the secret of a file", "github", (right) => other(right, "GITHUB_WEBHOOK_SECRET", ".env.production"), "secret-of-other-variable", /GITHUB_WEBHOOK_SECRET in \.env\.production/, /GITHUB_WEBHOOK_SECRET in \.env\.production/],
  ["a private key for the public one", "discord", (right) => withSecret(right, () => keyPairs.ed.priv), "secret-is-private-key", /holds a private key/, /public key that the provider's page shows/],
  ["a public key in PEM where its bytes are wanted", "discord", (right) => withSecret(right, () => keyPairs.ed.pub), "secret-unusable", /not in the form/, /32 bytes alone/],
  ["a public key of another application", "discord", (right) => withSecret(right, () => keyPairs.ed2.raw), "secret-wrong", /DISCORD_PUBLIC_KEY/, /provider's page/],
  ["a bot's token for the public key", "discord", (right) => withSecret(right, () => "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"), "secret-unusable", /not of the form/, /Copy it/],
  ["pretty JSON that was parsed", "stripe", parsedAgain, "body-json-rewritten", /2 blanks of indentation/, PARSERS],
  ["JSON with escaped slashes and accents that was parsed", "slack", parsedAgain, "body-json-rewritten", /beyond ASCII as \\u escapes, slashes written/, PARSERS],
  ["JSON whose 10.0 became 10", "shopify", (right) => withBody(right, text(right).replace("10.0", "10").replaceAll("\\/", "/")), "body-json-rewritten", /without blanks/, PARSERS],
  ["JSON that Python wrote again", "github", (right) => withBody(right, PUSH.replaceAll(",", ", ").replaceAll('":', '": ').replaceAll("ï", "\\u00ef").replaceAll("é", "\\u00e9")), "body-json-rewritten", /without blanks/, PARSERS],
  ["JSON that was printed for people", "svix", (right) => withBody(right, JSON.stringify(JSON.parse(text(right)), null, 2)), "body-json-rewritten", /without blanks/, PARSERS],
  ["a line break at the end", "github", (right) => withBody(right, `${text(right)}\n`), "body-trailing-newline", /at its end is taken away/, /exact bytes/],
  ["no line break at the end", "github-lines", (right) => withBody(right, text(right).trimEnd()), "body-trailing-newline", /put to its end/, /exact bytes/],
  ["CRLF line breaks", "github-lines", (right) => withBody(right, text(right).replaceAll("\n", "\r\n")), "body-line-endings", /CRLF line breaks are turned into LF/, /autocrlf/],
  ["a byte order mark", "svix", (right) => withBody(right, `\u{FEFF}${text(right)}`), "body-byte-order-mark", /byte order mark at its start is taken away/, /without BOM/],
  ["a body read as Latin-1", "github", (right) => withBody(right, Buffer.from(right.request.body).toString("latin1")), "body-charset", /written as Latin-1/, /another charset/],
  ["a body written in Latin-1", "github", (right) => withBody(right, Buffer.from(text(right), "latin1")), "body-charset", /read as Latin-1 and written as UTF-8/, /another charset/],
  ["bytes that were lost in decoding", "github", (right) => withBody(right, text(right).replace("ï", "\u{FFFD}")), "body-charset", /U\+FFFD/, /before anything reads them as text/],
  ["an empty body", "github", (right) => withHeaders(withBody(right, ""), { "content-length": "121" }), "body-empty", /said 121 bytes/, /before anything that reads the body/],
  ["half a body", "github", (right) => withHeaders(withBody(right, text(right).slice(0, 50)), { "content-length": "121" }), "body-length", /has 50 bytes, and the request said 121/, /all of it/],
  ["a packed body", "shopify", (right) => withBody(right, gzipSync(right.request.body)), "body-compressed", /once it is unpacked/, /compression off/],
  ["a body packed with Brotli", "svix", (right) => withBody(right, brotliCompressSync(right.request.body)), "body-compressed", /once it is unpacked/, /compression off/],
  ["a body in base64", "stripe", (right) => withBody(right, Buffer.from(right.request.body).toString("base64")), "body-base64", /decoded from base64/, /isBase64Encoded/],
  ["the whole event of AWS Lambda", "github", (right) => withBody(right, JSON.stringify({ version: "2.0", body: text(right), isBase64Encoded: false })), "body-wrapped", /in its field body/, /runtime\/lambda/],
  ["a body that is a JSON string", "slack", (right) => withBody(right, JSON.stringify(text(right))), "body-wrapped", /one JSON string/, /JSON\.stringify/],
  ["a content encoding that says nothing true", "github", (right) => withHeaders(right, { "content-encoding": "gzip" }), "content-encoding", /signature is right, but/, /compression off/],
  ["a form that was written again", "slack-command", (right) => withBody(right, text(right).replaceAll("+", "%20")), "body-form-rewritten", /same fields written/, /express\.urlencoded/],
  ["a form that came out as JSON", "slack-command", (right) => withHeaders(withBody(right, JSON.stringify(Object.fromEntries(new URLSearchParams(text(right))))), { "content-type": "application/x-www-form-urlencoded" }), "body-form-rewritten", /came out as JSON/, /express\.urlencoded/],
  ["http behind a proxy that ends TLS", "twilio", (right) => at(right, `http://hooks.example.com${right.request.url}`), "url-scheme", /by https, not http/, /trustProxy: true/],
  ["an inner host", "twilio", (right) => withHeaders(at(right, `http://10.0.0.7:3000${right.request.url}`), { "x-forwarded-host": "hooks.example.com" }), "url-host", /the host is hooks\.example\.com, not 10\.0\.0\.7/, /publicUrl: "https:\/\/hooks\.example\.com"/],
  ["an inner port", "square", (right) => at(right, `https://hooks.example.com:8443/api${right.request.url}`), "url-port", /no port, not port 8443/, /publicUrl/],
  ["a slash at the end of the path", "square", (right) => at(right, `https://hooks.example.com/api${right.request.url}/`), "url-trailing-slash", /slash at the end/, /add or drop the slash/],
  ["a path whose start a gateway took", "square", (right) => at(right, `https://hooks.example.com${right.request.url}`), "url-path", /\/api stands in front/, /publicUrl: "https:\/\/hooks\.example\.com\/api"/],
  ["no origin", "hubspot", (right) => withHeaders({ ...right, publicUrl: undefined }, { host: "hooks.example.com" }), "public-url-missing", /saw a path only/, /--public-url https:\/\/hooks\.example\.com/],
  ["no origin, and no host either", "hubspot", (right) => ({ ...right, publicUrl: undefined }), "public-url-missing", /not known/, /--public-url/],
  ["a query that was added", "square", (right) => ({ ...right, request: { ...right.request, url: `${right.request.url}?retry=1` } }), "url-query", /its query is not the same/, /originalUrl/],
  ["no signature", "github", (right) => withHeaders(right, { "x-hub-signature-256": undefined }), "signature-missing", /x-hub-signature-256 is not there/, /a secret is set at the provider/],
  ["a signature header as CGI has it", "github", (right) => renamed(right, "x-hub-signature-256", "HTTP_X_HUB_SIGNATURE_256"), "signature-header-renamed", /came as http_x_hub_signature_256/i, /under the names that the provider sends/],
  ["a signature header twice", "github", (right) => withHeaders(right, { "x-hub-signature-256": `${header(right, "x-hub-signature-256")}, sha256=${"0".repeat(64)}` }), "signature-header-joined", /came more than once/, /pass once/],
  ["a signature without its prefix", "github", (right) => withHeaders(right, { "x-hub-signature-256": header(right, "x-hub-signature-256").slice(7) }), "signature-prefix", /sha256= is missing/, /signature_prefix/],
  ["a signature with a prefix of its own", "shopify", (right) => withHeaders(right, oddPrefix(right)), "signature-prefix", /stands sha256=, where nothing is expected/, /signature_prefix: "sha256="/],
  ["a signature in base64 where hex is expected", "github", (right) => withHeaders(right, { "x-hub-signature-256": `sha256=${Buffer.from(header(right, "x-hub-signature-256").slice(7), "hex").toString("base64")}` }), "signature-encoding", /written in base64, and read as hex/, /signature_encoding: base64/],
  ["a signature in hex where base64 is expected", "square", (right) => withHeaders(right, { "x-square-hmacsha256-signature": Buffer.from(header(right, "x-square-hmacsha256-signature"), "base64").toString("hex") }), "signature-encoding", /written in hex, and read as base64/, /signature_encoding: hex/],
  ["a signature that is cut off", "github", (right) => withHeaders(right, { "x-hub-signature-256": header(right, "x-hub-signature-256").slice(0, 40) }), "signature-truncated", /cut off/, /limit on the length/],
  ["a signature that is none", "github", (right) => withHeaders(right, { "x-hub-signature-256": "sha256=none" }), "signature-malformed", /no signature: 64 characters of hex are expected, and it has 4/, /pass as it came/],
  ["no id", "svix", (right) => withHeaders(right, { "svix-id": undefined }), "header-missing", /svix-id/, /Let every header pass/],
  ["only the signature in SHA-1", "github", (right) => withHeaders(right, { "x-hub-signature-256": undefined, "x-hub-signature": `sha1=${hmacOf(right, "sha1", text(right))}` }), "signature-old-scheme", /Only the older header X-Hub-Signature/, /Let the proxy pass x-hub-signature-256 on/],
  ["a signature by another hash function", "acme", (right) => withHeaders(right, { "x-acme-signature": hmacOf(right, "sha512", `${header(right, "x-acme-timestamp")}.${text(right)}`) }), "algorithm", /made with sha512, and verified with sha256/, /verification_type: hmac_sha512/],
  ["a request of another webhook, signed in its way", "hubspot-v1", (right) => ({ ...right, spec: right.siblings?.[0] ?? right.spec, publicUrl: "https://hooks.example.com" }), "other-webhook", /another webhook of hubspot: v1/, /--webhook v1/],
  ["a required header that says something else", "box", (right) => withHeaders(right, { "box-signature-version": "2" }), "header-mismatch", /box-signature-version \(it must be 1\)/i, /provider's page/],
  ["a parameter that is not set", "paypal", (right) => ({ ...right, params: {} }), "parameter-missing", /PAYPAL_WEBHOOK_ID/, /Set PAYPAL_WEBHOOK_ID/],
  ["a key of nobody's", "plaid", (right) => ({ ...right, fetchKey: () => undefined }), "key-unknown", /names a key/, /older than its keys/],
  ["a key from anybody's host", "paypal", (right) => withHeaders(right, { "paypal-cert-url": "https://evil.example.com/cert.pem" }), "key-url-untrusted", /not the provider's/, /forged/],
  ["a form that is no UTF-8", "twilio", (right) => withBody(right, Uint8Array.of(...right.request.body, 0x26, 0xff)), "body-malformed", /cannot be read/, /exact bytes/],
  ["milliseconds where seconds are expected", "acme", (right) => signedAcme(right, "milliseconds"), "timestamp-unit", /written in milliseconds, and read as seconds/, /timestamp_format: milliseconds/],
  ["a date where seconds are expected", "acme", (right) => signedAcme(right, "iso8601"), "timestamp-unit", /written in iso8601, and read as seconds/, /timestamp_format: iso8601/],
  ["seconds where milliseconds are expected", "acme-ms", (right) => withHeaders(right, { "x-acme-timestamp": "1764000000", "x-acme-signature": hmacOf(right, "sha256", `1764000000.${text(right)}`) }), "timestamp-unit", /written in seconds, and read as milliseconds/, /timestamp_format: seconds/],
  ["no timestamp", "slack", (right) => withHeaders(right, { "x-slack-request-timestamp": undefined }), "timestamp-missing", /x-slack-request-timestamp/, /Let every header pass/],
  ["a timestamp that is none", "slack", (right) => withHeaders(right, { "x-slack-request-timestamp": "yesterday" }), "timestamp-malformed", /x-slack-request-timestamp is not written as seconds/, /timestamp_format/],
  ["an old request", "slack", (right) => ({ ...right, now: right.now + 3_600_000 }), "timestamp-too-old", /3600 s old, and 300 s are allowed.*nearly 1 h/, /--now TIME/],
  ["a request ahead of the clock", "stripe", (right) => ({ ...right, now: right.now - 400_000 }), "timestamp-in-future", /400 s ahead of the clock/, /NTP/],
  ["an old token", "plaid", (right) => ({ ...right, now: right.now + 900_000 }), "timestamp-too-old", /s old/, /--now TIME/],
  ["a token for another body", "plaid", (right) => withBody(right, text(right).replace("SYNC", "CYNS")), "claim-mismatch", /request_body_sha256/, /raw bytes/],
  ["a body that a token's hash is not of, as it was printed again", "plaid", (right) => withBody(right, JSON.stringify(JSON.parse(text(right)), null, 4)), "body-json-rewritten", /without blanks/, PARSERS],
  ["a key that is not the provider's", "plaid", (right) => ({ ...right, fetchKey: () => keyPairs.ec2.pub }), "request-changed", /provider's key/, /exact bytes/],
  ["a key that cannot be had", "plaid", (right) => ({ ...right, fetchKey: () => Promise.reject(new Error("offline")) }), "key-unavailable", /could not be fetched/, /reached/],
  ["another token", "gitlab", (right) => withSecret(right, () => "glpat-some-other-token-of-somebody"), "secret-wrong", /carries another secret than GITLAB_WEBHOOK_TOKEN/, /GITLAB_WEBHOOK_TOKEN/],
  ["another password", "postmark", (right) => withSecret(right, () => "postmark:another-password"), "secret-wrong", /carries another secret/, /Copy the secret/],
  ["another provider's request", "stripe", (right) => ({ ...right, request: { ...right.request, headers: { "x-github-event": "push", "x-hub-signature-256": `sha256=${"0".repeat(64)}` } } }), "other-provider", /looks like a request of github, not of stripe/, /explain github/],
  ["a GET after a redirect", "github", (right) => ({ ...right, request: { ...right.request, method: "GET" } }), "method", /came with GET/, /redirect/],
];

function hmacOf({ secrets }: Case, algorithm: string, content: string): string {
  return createHmac(algorithm, secrets[0]?.value ?? "").update(content).digest("hex");
}

/** As a sender signs whose timestamps have another unit. */
function signedAcme(right: Case, unit: "milliseconds" | "iso8601"): Case {
  const time = unit === "milliseconds" ? String(right.now) : new Date(right.now).toISOString();
  return withHeaders(right, { "x-acme-timestamp": time, "x-acme-signature": hmacOf(right, "sha256", `${time}.${text(right)}`) });
}

function oddPrefix(right: Case): Readonly<Record<string, string>> {
  const [name = "", value = ""] = Object.entries(right.request.headers).find(([one]) => one.endsWith("shopify-hmac-sha256")) ?? [];
  return { [name]: `sha256=${value}` };
}

/** All of them. */
export const brokenRequests: readonly BrokenRequest[] = rows.map(([name, key, broken, code, says, fix]) => {
  const options: SignedCaseOptions & { readonly provider?: string } = REQUESTS[key];
  return { name: `${key}: ${name}`, provider: options.provider ?? key, with: options, broken, code, says, fix };
});

/** The right requests by themselves. */
export const rightRequests: readonly (readonly [name: string, provider: string, options: SignedCaseOptions])[] = Object.entries(REQUESTS).map(
  ([name, options]: [string, SignedCaseOptions & { readonly provider?: string }]) => [name, options.provider ?? name, options] as const,
);
