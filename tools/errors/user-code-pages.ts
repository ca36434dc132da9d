import { acme, type ErrorPage, type Example } from "./error-page.js";

const ADD = "add acme --event invoice.paid --handler acme.ts";
const IMPORT = 'import { AcmeHandler } from "./webhooks/acme/handler.js";\n\n';

/** Codes of `add`, which writes into files of the user's. */
export const userCodePages: Readonly<Record<string, ErrorPage>> = {
  "nothing-to-add": {
    means: "The provider is built in, and nothing was said that its own `webhook.yaml` would say in another way.",
    fix: "Use it as it is, with `generate`, or say what is different for you: a path, a variable, fewer events.",
    example: { run: "add github" },
  },
  "events-narrowed": {
    means: "A list of events in a `webhook.yaml` of yours takes the place of the built-in one. Handlers are generated for those listed and no others. It is a warning.",
    fix: "Nothing, if that was meant. Else list the others too, or remove `events:` for all of them.",
    example: { run: "add github --event push" },
  },
  "not-written": {
    means: "The `webhook.yaml` would not be valid with what was to be added, so it was left as it is. The problems above are those of the file as it would be.",
    fix: "Give what is missing with the same command, or correct the file by hand.",
    example: { run: "add acme --event invoice.paid --event-header X-Acme-Event --event-field type" },
  },
  "cannot-edit": {
    means: "A file of yours is laid out in a way that nothing can be put into it without touching the rest. It was left as it is.",
    fix: "Add the lines by hand. Of a class it helps to put its last member on a line of its own.",
    example: { run: "add acme --event invoice.due", files: { "providers/acme/webhook.yaml": "webhooks:\n  default:\n    verification_type: hmac_sha256\n    signature_header: X-Acme-Signature\n    event_field: type\n    ? events\n    : - invoice.paid\n" } },
  },
  "event-not-generated": {
    means: "The generated class has no method for this event: it was generated for others, or before the event was added. Nothing calls a method of that name.",
    fix: "Generate it with that event. The hint has the command, with the events that the class has.",
    example: added(`${IMPORT}export class MyHandler extends AcmeHandler {}\n`, { run: "add acme --event invoice.due --handler acme.ts" }),
  },
  "unknown-class": {
    means: "The file has no handler with the name that `--class` says.",
    fix: "Take one of the names in the hint.",
    example: added(`${IMPORT}export class MyHandler extends AcmeHandler {}\n`, { run: `${ADD} --class TheirHandler` }),
  },
  "typescript-syntax": {
    means: "The file is no TypeScript: what is in it cannot be told for sure, so nothing is put into it.",
    fix: "Mend it first. `npx tsc --noEmit` lists all errors.",
    example: added(`${IMPORT}export class MyHandler extends AcmeHandler {\n`),
  },
  "not-typescript": {
    means: "`--handler` names a file that is no TypeScript source: JavaScript, a declaration (`.d.ts`), or something else.",
    fix: "Name the `.ts` file that holds your class. In JavaScript write the method by hand: [handlers](../handlers.md).",
    example: added("", { run: "add acme --event invoice.paid --handler acme.js", files: { "acme.js": "\n" } }),
  },
  "generated-file": {
    means: "`--handler` names a generated file. What is added there would be lost when it is generated again.",
    fix: "Name the file with your own class, which extends the generated one.",
    example: added("", { run: "add acme --event invoice.paid --handler webhooks/acme/handler.ts" }),
  },
  "file-changed": {
    means: "A file was changed by something else while the command ran, or is not UTF-8 text. It was left as it is.",
    fix: "Save it as UTF-8, and run the command again.",
  },
};

function added(code: string, more: Partial<Example> = {}): Example {
  return acme({}, { run: ADD, before: "generate acme", ...more, files: { ...(code !== "" && { "acme.ts": code }), ...more.files } });
}
