import { createHmac } from "node:crypto";
import { testKeys } from "../../runtime/testing/sign-family.js";
import { receivingApp } from "../receiving-app.js";
import { ACME_YAML } from "../acme-yaml.js";
import type { Scenario } from "../scenario.js";

const varying: NonNullable<Scenario["varying"]> = [
  [/in \d+ ms/g, "in {n} ms"],
  [/within [\d.]+ ms/g, "within {n} ms"],
  [/"(duration|p50|p95)": [\d.]+/g, '"$1": {n}'],
  [/"date": ".*"/g, '"date": "{date}"'],
  [/test:[\da-f]{64}/g, "{another secret}"],
];

const twilio = { TWILIO_AUTH_TOKEN: "twilio-token" };
const acme = { ACME_SECRET: "acme-secret" };
const discordKey = Buffer.from(testKeys.ed.pub.replace(/-----.*?-----|\s/g, ""), "base64").subarray(-32).toString("hex");
const whsec = `whsec_${Buffer.from("a secret of standard webhooks...").toString("base64")}`;

/** Checks by hand, without this project's code. */
const acmeApp: NonNullable<Scenario["server"]> = ({ headers }, body, response) => {
  const isRight = headers["x-acme-signature"] === createHmac("sha256", "acme-secret").update(body).digest("hex");
  const text = isRight ? `took ${(JSON.parse(String(body)) as { parcel?: string }).parcel ?? "a parcel"}` : "who are you?";
  response.writeHead(isRight ? 202 : 403, { "content-type": "text/plain" }).end(text);
};

const to = (...args: readonly string[]): readonly string[] => ["send", ...args, "--url", "{url}"];

const accepted: readonly Scenario[] = [
  {
    name: "send/github",
    env: { GITHUB_WEBHOOK_SECRET: "github-secret" },
    server: receivingApp("github", { secret: "github-secret" }),
    steps: [to("github", "push"), to("github", "pull_request.closed", "--set", "pull_request.merged=true", "--json"), to("github", "push", "--bad-signature"), to("github", "push", "--unsigned", "--json"), to("github", "push", "--duplicate"), to("github", "push", "--stale")],
  },
  {
    name: "send/stripe",
    env: { STRIPE_WEBHOOK_SECRET: "whsec_stripe" },
    server: receivingApp("stripe", { secret: "whsec_stripe" }),
    steps: [to("stripe", "payment_intent.succeeded"), to("stripe", "payment_intent.succeeded"), to("stripe", "payment_intent.succeeded", "--stale"), to("stripe", "payment_intent.succeeded", "--count", "5"), to("stripe", "payment_intent.succeeded", "--count", "3", "--bad-signature", "--json")],
  },
  {
    name: "send/slack",
    env: { SLACK_SIGNING_SECRET: "slack-secret" },
    server: receivingApp("slack", { secret: "slack-secret" }),
    steps: [to("slack", "app_mention"), to("slack", "app_mention", "--stale"), to("slack", "app_mention", "--duplicate")],
  },
  {
    name: "send/twilio",
    env: twilio,
    files: { "message.txt": "MessageSid=SM1&From=%2B15550100&Body=Hello+there\n" },
    server: receivingApp("twilio", { secret: "twilio-token" }),
    steps: [to("twilio", "incoming_message"), to("twilio", "incoming_message", "--payload", "message.txt"), to("twilio", "incoming_message", "--payload", "message.txt", "--set", "Body=Hi"), to("twilio", "incoming_message", "--unsigned")],
  },
  {
    name: "send/twilio-public-url",
    env: twilio,
    server: receivingApp("twilio", { secret: "twilio-token", publicUrl: "https://hooks.example.com" }),
    steps: [to("twilio", "incoming_message"), to("twilio", "incoming_message", "--public-url", "https://hooks.example.com")],
  },
  {
    name: "send/discord",
    files: { "key.pem": testKeys.ed.priv, "other.pem": testKeys.rsa.priv },
    server: receivingApp("discord", { secret: discordKey }, "default"),
    steps: [to("discord", "application_command"), ["send", "discord", "application_command", "--new-key", "new.pem"], ["send", "discord", "application_command", "--new-key", "key.pem"], to("discord", "application_command", "--private-key", "key.pem"), to("discord", "application_command", "--private-key", "key.pem", "--bad-signature"), to("discord", "application_command", "--private-key", "other.pem")],
    varying: [[/=[\da-f]{64}/g, "={64 hex digits}"]],
  },
  { name: "send/new-key", steps: [["send", "plaid", "ITEM.ERROR", "--new-key", "plaid.pem"], ["send", "stripe", "payment_intent.succeeded", "--new-key", "stripe.pem"]], varying: [[/(KEY-----\n)[\w+/=\n]+/g, "$1{base64}\n"]] },
  {
    name: "send/standard-webhooks",
    env: { STANDARD_WEBHOOKS_SECRET: whsec, OTHER: whsec },
    server: receivingApp("standard-webhooks", { secret: whsec }),
    files: { "body.json": '{ "type": "message", "data": { "id": "u1" } }' },
    steps: [to("standard-webhooks", "message", "--payload", "body.json"), to("standard-webhooks", "message", "--payload", "body.json", "--count", "2", "--duplicate"), to("standard-webhooks", "message", "--stale"), to("standard-webhooks", "message", "--secret-env", "OTHER")],
  },
  {
    name: "send/own-provider",
    env: acme,
    files: { "providers/acme/webhook.yaml": ACME_YAML, "parcel.json": '{ "parcel": "P1" }', "lost.json": '{ "kind": "parcel.lost" }', "broken.json": '{\n  "parcel": P1\n}' },
    server: acmeApp,
    steps: [to("acme", "parcel.sent"), to("acme", "parcel.sent", "--payload", "parcel.json"), to("acme", "parcel.sent", "--payload", "parcel.json", "--set", "parcel=P2", "--silent"), to("acme", "parcel.sent", "--bad-signature"), to("acme", "parcel.sent", "--payload", "lost.json"), to("acme", "parcel.sent", "--payload", "broken.json"), to("acme", "parcel.sent", "--payload", "nowhere.json")],
  },
];

const refused: readonly Scenario[] = [
  { name: "send/wrong-secret", env: { GITHUB_WEBHOOK_SECRET: "other" }, server: receivingApp("github", { secret: "github-secret" }), steps: [to("github", "push"), ["send", "github", "push", "--url", "{url}/hooks"], ["send", "github", "push", "--url", "{url}/hooks", "--bad-signature"]] },
  {
    name: "send/anything-goes",
    env: { GITLAB_WEBHOOK_TOKEN: "gitlab-token" },
    server: ({ headers }, _, response) => response.writeHead(200).end(`You sent ${String(headers["x-gitlab-token"])}\u001B[2J`),
    steps: [to("gitlab", "push"), to("gitlab", "push", "--bad-signature", "--json")],
  },
  { name: "send/redirect", env: acme, files: { "providers/acme/webhook.yaml": ACME_YAML }, server: (_, __, response) => response.writeHead(302, { location: "http://example.com/" }).end(), steps: [to("acme", "parcel.sent")] },
  {
    name: "send/not-sent",
    env: { GITHUB_WEBHOOK_SECRET: "github-secret", EMPTY: "" },
    steps: [
      ["send", "stripe", "payment_intent.succeeded"],
      ["send", "github", "push", "--secret-env", "EMPTY"],
      ["send", "github", "push", "--url", "http://127.0.0.1:2"],
      ["send", "github", "push", "--url", "http://example.com/hooks"],
      ["send", "github", "push", "--url", "http://0.0.0.0:3000"],
      ["send", "github", "push", "--url", "localhost:3000"],
      ["send", "github", "pusj", "--json"],
      ["send", "github", "push", "--stale", "--unsigned"],
      ["send", "github", "push", "--count", "0"],
      ["send", "github", "push", "--public-url", "hooks"],
      ["send", "github", "push", "--private-key", "key.pem"],
    ],
  },
];

export const scenarios: readonly Scenario[] = [...accepted, ...refused].map((scenario) => ({ ...scenario, varying: [...varying, ...(scenario.varying ?? [])] }));
