import { createHmac } from "node:crypto";
import type { Scenario } from "../scenario.js";

const SECRET = "whsec_q7Vw3kLxNnA5Zt9Rj2Hb8Yc4Ds6Fe1G0";
const BODY = '{\n  "id": "evt_1",\n  "type": "charge.succeeded",\n  "data": {\n    "object": {}\n  }\n}';
/** Unix seconds: 2025-11-24T16:00:00Z. */
const SENT = 1_764_000_000;
const NOW = ["--now", "2025-11-24T16:00:05Z"];

const hmac = (algorithm: string, content: string, encoding: "hex" | "base64" = "hex"): string => createHmac(algorithm, SECRET).update(content).digest(encoding);
const stripe = (body: string): string => `t=${SENT},v1=${hmac("sha256", `${SENT}.${body}`)}`;
const PUSH = '{"ref":"refs/heads/main"}';
const GITHUB = `POST /webhooks/github HTTP/1.1\r\nHost: hooks.example.com\r\nX-GitHub-Event: push\r\nX-Hub-Signature-256: sha256=${hmac("sha256", PUSH)}\r\n\r\n`;
const STRIPE = `> POST /webhooks/stripe HTTP/2\n> Host: hooks.example.com\n> Stripe-Signature: ${stripe(BODY)}\n> \n`;
const SMS = "Body=hello&From=%2B15550100&MessageSid=SM1";
const TWILIO = JSON.stringify({ host: "10.0.0.7:3000", "x-forwarded-host": "hooks.example.com", "x-twilio-signature": hmac("sha1", "https://hooks.example.com/webhooks/twilioBodyhelloFrom+15550100MessageSidSM1", "base64") });

const stripeFiles = { "headers.txt": STRIPE, "body.json": BODY };
const explainStripe = ["explain", "stripe", "--headers", "headers.txt", "--body", "body.json", ...NOW];
const githubFiles = { "headers.txt": GITHUB, "body.json": PUSH };
const explainGitHub = ["explain", "github", "--headers", "headers.txt", "--body", "body.json"];

export const scenarios: readonly Scenario[] = [
  { name: "explain/right", files: stripeFiles, env: { STRIPE_WEBHOOK_SECRET: SECRET }, steps: [explainStripe, [...explainStripe, "--json"], [...explainStripe, "--silent"]] },
  { name: "explain/body-parsed", files: { ...stripeFiles, "body.json": JSON.stringify(JSON.parse(BODY)) }, env: { STRIPE_WEBHOOK_SECRET: SECRET }, steps: [explainStripe, [...explainStripe, "--json"]] },
  { name: "explain/line-break-added", files: { ...githubFiles, "body.json": `${PUSH}\n` }, env: { GITHUB_WEBHOOK_SECRET: SECRET }, steps: [explainGitHub] },
  { name: "explain/secret-in-quotes", files: stripeFiles, env: { STRIPE_WEBHOOK_SECRET: `"${SECRET}"` }, steps: [explainStripe] },
  {
    name: "explain/secret-of-another-environment",
    files: { ...stripeFiles, ".env.production": `STRIPE_WEBHOOK_SECRET=${SECRET}\n` },
    env: { STRIPE_WEBHOOK_SECRET: "whsec_0000000000000000000000000000000000" },
    steps: [explainStripe, [...explainStripe, "--json"]],
  },
  { name: "explain/secret-previous", files: { ...stripeFiles, ".env": `STRIPE_WEBHOOK_SECRET=whsec_0000000000000000000000000000000000\nSTRIPE_WEBHOOK_SECRET_PREVIOUS=${SECRET}\n` }, steps: [explainStripe] },
  { name: "explain/secret-wrong", files: githubFiles, env: { GITHUB_WEBHOOK_SECRET: "s3cret", MY_SECRET: "another-secret-of-somebody" }, steps: [explainGitHub, [...explainGitHub, "--secret-env", "MY_SECRET"]] },
  { name: "explain/too-old", files: stripeFiles, env: { STRIPE_WEBHOOK_SECRET: SECRET }, steps: [[...explainStripe.slice(0, -2), "--now", "1764003600"]] },
  { name: "explain/url", files: { "headers.json": TWILIO, "body.txt": SMS }, env: { TWILIO_AUTH_TOKEN: SECRET }, steps: [
    ["explain", "twilio", "--headers", "headers.json", "--body", "body.txt", "--url", "http://10.0.0.7:3000/webhooks/twilio"],
    ["explain", "twilio", "--headers", "headers.json", "--body", "body.txt", "--public-url", "https://hooks.example.com"],
  ] },
  { name: "explain/signature-missing", files: { ...githubFiles, "headers.txt": "X-GitHub-Event: push\n" }, env: { GITHUB_WEBHOOK_SECRET: SECRET }, steps: [explainGitHub] },
  { name: "explain/other-provider", files: githubFiles, env: { STRIPE_WEBHOOK_SECRET: SECRET }, steps: [explainStripe] },
  { name: "explain/token", files: { "headers.txt": "X-Gitlab-Token: glpat-token-that-nobody-may-see\n", "body.json": '{"object_kind":"push"}' }, env: { GITLAB_WEBHOOK_TOKEN: "glpat-quite-another-token" }, steps: [["explain", "gitlab", "--headers", "headers.txt", "--body", "body.json"]] },
  { name: "explain/no-secret", files: githubFiles, steps: [explainGitHub, [...explainGitHub, "--json"]] },
  { name: "explain/wrong-usage", files: { ...githubFiles, "broken.txt": "Host: x\nsk_live_secret\n" }, steps: [
    ["explain", "github"],
    ["explain", "githb", ...explainGitHub.slice(2)],
    ["explain", "github", "--headers", "nowhere.txt", "--body", "body.json"],
    ["explain", "github", "--headers", "broken.txt", "--body", "body.json"],
    ["explain", "github", "--headers", "headers.txt", "--body", "nowhere.json"],
    ["explain", "github", "--headers", "headers.txt"],
    [...explainGitHub, "--webhook", "defalt"],
    [...explainGitHub, "--now", "yesterday"],
    [...explainGitHub, "--public-url", "hooks.example.com"],
  ] },
];
