import { ACME_YAML } from "../acme-yaml.js";
import type { Scenario } from "../scenario.js";

/** A module of a user's in JavaScript. What `generate` writes is TypeScript: its spec stands here in place of it. */
const handler = (provider: string, methods: string, { webhook = "default", end = "export default class extends Generated" } = {}): string => `
import { WebhookHandler } from "@smart-webhooks/runtime";
import { loadProvider } from "smart-webhooks";
const { webhooks } = await loadProvider("${provider}");
class Generated extends WebhookHandler {
  static spec = webhooks["${webhook}"].spec;
}
${end} {
  ${methods}
}
`;

const ON_EVENT = "onEvent({ type }) { return { took: type }; }";
const FAULTS: readonly string[] = ["--bad-signature", "--unsigned", "--duplicate", "--stale"];

const each = (provider: string, event: string, faults: readonly string[]): Scenario["steps"] =>
  [undefined, ...faults].map((fault) => ["test", provider, event, "--handler", "handler.mjs", ...(fault === undefined ? [] : [fault])]);

const all: readonly Scenario[] = [
  {
    name: "test/github",
    files: {
      "handler.mjs": handler("github", `onPush({ payload }) { console.log("pushed to", payload.ref); return { ref: payload.ref }; }`),
      "push.json": '{ "ref": "refs/heads/dev" }',
    },
    steps: [...each("github", "push", FAULTS), ["test", "github", "push", "--handler", "handler.mjs", "--payload", "push.json"], ["test", "github", "push", "--handler", "handler.mjs", "--set", "ref=main", "--json"], ["test", "github", "push", "--handler", "handler.mjs", "--set", "ref=main", "--silent"], ["test", "github", "issues.opened", "--handler", "handler.mjs"]],
  },
  { name: "test/stripe", files: { "handler.mjs": handler("stripe", ON_EVENT) }, steps: each("stripe", "payment_intent.succeeded", FAULTS) },
  { name: "test/slack", files: { "handler.mjs": handler("slack", "onAppMention({ payload }) { return { heard: payload.event.type }; }") }, steps: each("slack", "app_mention", ["--stale"]) },
  { name: "test/twilio", files: { "handler.mjs": handler("twilio", ON_EVENT) }, steps: each("twilio", "incoming_message", ["--unsigned"]) },
  { name: "test/discord", files: { "handler.mjs": handler("discord", ON_EVENT) }, steps: each("discord", "application_command", ["--bad-signature"]) },
  { name: "test/standard-webhooks", files: { "handler.mjs": handler("standard-webhooks", ON_EVENT) }, steps: each("standard-webhooks", "message", ["--stale"]) },
  { name: "test/aws-sns", files: { "handler.mjs": handler("aws-sns", ON_EVENT) }, steps: each("aws-sns", "Notification", ["--bad-signature"]) },
  {
    name: "test/own-provider",
    files: {
      "providers/acme/webhook.yaml": ACME_YAML,
      "handler.mjs": handler("acme", ON_EVENT),
      "instance.mjs": `${handler("acme", ON_EVENT, { end: "class Mine extends Generated" })}\nsetInterval(() => {}, 1000);\nexport const acme = new Mine();\n`,
      "own-secret.mjs": `${handler("acme", ON_EVENT, { end: "class Mine extends Generated" })}\nexport const acme = new Mine({ secret: "of its own" });\n`,
      "throws.mjs": handler("acme", 'onParcelSent() { throw new TypeError("no such parcel"); }'),
      "silent.mjs": handler("acme", "handle() {}"),
      "trusting.mjs": handler("acme", `handle() { return { status: 200, headers: {}, body: "anything goes" }; }`),
    },
    steps: ["handler", "instance", "own-secret", "throws", "silent", "trusting"].map((name) => ["test", "acme", "parcel.sent", "--handler", `${name}.mjs`, ...(name === "trusting" ? ["--unsigned"] : [])]),
  },
  {
    name: "test/rude",
    files: {
      "exits.mjs": handler("github", "onPush() { process.exit(0); }"),
      "exits-at-once.mjs": "process.exit(0);\n",
      "stray.mjs": handler("github", 'async onPush() { setTimeout(() => { throw new Error("in a timer"); }, 1); await new Promise((done) => setTimeout(done, 10_000)); }'),
      "forgotten.mjs": `Promise.reject(new Error("nobody awaits this"));\n${handler("github", "onPush() { return new Promise((done) => setTimeout(done, 10_000)); }")}`,
      "odd.mjs": "throw new Proxy({}, { getPrototypeOf() { throw new Error(); }, get() { throw new Error(); } });\n",
      "odd-export.mjs": "export default new Proxy({}, { has() { throw new Error(); }, get() { throw new Error(); } });\n",
    },
    steps: ["exits", "exits-at-once", "stray", "forgotten", "odd", "odd-export"].map((name) => ["test", "github", "push", "--handler", `${name}.mjs`]),
  },
  {
    name: "test/no-handler",
    files: {
      "none.mjs": "export const answer = 42;\n",
      "slack.mjs": handler("slack", ON_EVENT),
      "two.mjs": `${handler("github", ON_EVENT, { end: "export class One extends Generated" })}\nexport class Two extends Generated {}\n`,
      "broken.mjs": "import './nowhere.mjs';\n",
      "typed.ts": "export const answer: number = 42;\n",
      "picky.mjs": handler("github", 'constructor(options) { super(options); throw new Error("no database"); }'),
      "few.mjs": `${handler("github", ON_EVENT, { end: "class Mine extends Generated" })}\nexport default class extends Mine { static spec = { ...Generated.spec, routes: { issues: "onIssues" } }; }\n`,
    },
    steps: [...["none.mjs", "slack.mjs", "two.mjs", "broken.mjs", "typed.ts", "picky.mjs", "few.mjs", "nowhere.mjs"].map((file) => ["test", "github", "push", "--handler", file]), ["test", "github", "push"], ["test", "githb", "push", "--handler", "none.mjs"]],
  },
];

export const scenarios: readonly Scenario[] = all.map((scenario) => ({ ...scenario, varying: [[/in \d+ ms/g, "in {n} ms"], [/"duration": [\d.]+/g, '"duration": {n}'], [/duration: [\d.]+/g, "duration: {n}"], [/test-[\da-f-]{36}/g, "test-{id}"]] }));
