import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import type { ErrorPage, Example } from "./error-page.js";

const GITHUB = { GITHUB_WEBHOOK_SECRET: "s3cret" };

/** A module with a handler of GitHub, in JavaScript so that it is short. */
const handler = (methods: string, declared = "export default class extends Generated"): string => `import { WebhookHandler } from "@smart-webhooks/runtime";
import { loadProvider } from "smart-webhooks";

const { webhooks } = await loadProvider("github");
class Generated extends WebhookHandler {
  static spec = webhooks.default.spec;
}
${declared} { ${methods} }
`;

/** Codes of `send` and `test`. */
export const deliveryPages: Readonly<Record<string, ErrorPage>> = {
  "connection-refused": {
    means: "Nothing listens where the delivery was sent.",
    fix: "Start your app, and say with `--url` where it listens. In a container `127.0.0.1` is the container itself.",
    example: { run: "send github push --url http://127.0.0.1:9", env: GITHUB },
  },
  "no-answer": {
    means: "A delivery was sent, or given to a handler, and no answer came: not within 60 seconds, or the connection was cut.",
    fix: "See what the app logs, and what its method waits for. Providers wait 5 to 30 seconds and then send the delivery again, so work that takes longer belongs on a queue: [scaling](../scaling.md).",
  },
  "delivery-refused": {
    means: "A good delivery was answered with something else than 2xx. A provider would send it again, and switch the webhook off after some days.",
    fix: "The hint says what such a status mostly is: 401 another secret, or a body that a parser read; 404 another path; 5xx an error of your own method.",
  },
  "forgery-accepted": {
    means: "A forged delivery was accepted: signed with another secret, signed long ago, or not at all. Anybody who knows the URL can send you events.",
    fix: "See whether the route runs the handler's `handle`, and whether something answers 200 before it. `verify_signature: false` in a `webhook.yaml` does this too.",
  },
  "forgery-not-refused": {
    means: "A forged delivery was neither accepted nor refused: the answer is not 4xx. A server error or a redirect hides whether signatures are checked.",
    fix: "Mend what answers so, and run it again. The hint says what such a status mostly is.",
  },
  "impossible-fault": {
    means: "A delivery of this provider cannot be wrong in that way: nothing is signed, or the time is not.",
    fix: "Leave the option out. Of a provider that signs no time, `--duplicate` shows what keeps replays away.",
    example: { run: "send github push --stale", env: GITHUB },
  },
  "remote-url": {
    means: "The URL leads off this computer. Deliveries that are made up stay here unless you say otherwise, and real ones hold your customers' data.",
    fix: "Send to `127.0.0.1` or `localhost`. `send --allow-remote` sends to a server of yours elsewhere; `dev` forwards to this computer only.",
    example: { run: "send github push --url https://example.com", env: GITHUB },
  },
  "no-private-key": {
    means: "The provider signs with a private key that nobody else has, so a delivery for a test needs a pair of keys of your own.",
    fix: "Make a pair with `send <provider> <event> --new-key FILE`, give your app the public key that is printed, and sign with `--private-key FILE`.",
    example: { run: "send discord application_command" },
  },
  "bad-private-key": {
    means: "The file given with `--private-key` holds no private key of the kind that the provider signs with, in PEM and without a passphrase.",
    fix: "Make one that fits with `--new-key FILE`.",
    example: { run: "send discord application_command --private-key key.pem", files: { "key.pem": "not a key\n" } },
  },
  "unused-private-key": {
    means: "`--private-key` or `--new-key` was given, and the provider signs with a secret that both sides have.",
    fix: "Leave it out, and set the secret's variable for this command as your app has it.",
    example: { run: "send github push --new-key key.pem" },
  },
  "cannot-sign": {
    means: "A delivery cannot be signed: a value that is signed beside the payload is not set, or the payload lacks a field that is signed.",
    fix: "Set the variables that the hint names, or give a payload that has the field. In the inspector, start it again with the secret set.",
  },
  "no-handler": {
    means: "The file that was named has no handler of this provider: none at all, one of another provider or webhook, or a class whose parent is not the generated one.",
    fix: "Name the file of that handler. `test` wants it exported, as an instance or as the class; `add --handler` wants a class that extends the one of the generated file, imported from it.",
    example: { run: "test github push --handler handler.mjs", files: { "handler.mjs": "export const answer = 42;\n" } },
  },
  "several-handlers": {
    means: "The file that was named has several handlers of this webhook, and it is not said which is meant.",
    fix: "For `test`, make one the default export. For `add --handler`, name one with `--class`.",
    example: inProject({ run: "test github push --handler handler.mjs", files: { "handler.mjs": `${handler("onPush() {}", "export class One extends Generated")}export class Two extends Generated {}\n` } }),
  },
  "handler-unusable": {
    means: "The handler was found and cannot be tried: its constructor threw, or its `handle` answers no response.",
    fix: "Where the constructor wants more than options, export an instance. Leave `handle` as the generated class has it.",
    example: inProject({ run: "test github push --handler handler.mjs", files: { "handler.mjs": handler('constructor(options) { super(options); throw new Error("no database"); }') } }),
  },
};

/** What such a module imports is there, as after `npm install`. */
function inProject(example: Example): Example {
  return {
    ...example,
    prepare: (folder) => {
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(packageRoot(), join(folder, "node_modules/smart-webhooks"));
      symlinkSync(join(packageRoot(), "node_modules/@smart-webhooks"), join(folder, "node_modules/@smart-webhooks"));
    },
  };
}
