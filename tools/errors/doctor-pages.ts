import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { doctored } from "./doctored.js";
import type { ErrorPage } from "./error-page.js";
import { SECRET } from "./captured.js";

const ENV = `WEBHOOK_SECRET=${SECRET}\n`;
const USER = 'import { AcmeHandler } from "./webhooks/acme/handler.js";\n\n';

/** What only `doctor` finds. */
export const doctorPages: Readonly<Record<string, ErrorPage>> = {
  "secret-only-in-file": {
    means: "The secret stands in an `.env` file, and the process does not have it: nothing loads that file.",
    fix: "Start the app with `node --env-file=.env`. If it loads the file by itself, tell `doctor` with `--dotenv .env`.",
    example: doctored(undefined, { files: { ".env": ENV } }),
  },
  "parameter-only-in-file": {
    means: "A value that is signed and is no secret stands in an `.env` file, and the process does not have it: nothing loads that file.",
    fix: "Start the app with `node --env-file=.env`. If it loads the file by itself, tell `doctor` with `--dotenv .env`.",
    example: doctored(undefined, { keys: { signed_content: '"{parameter:account}.{body}"', parameters: "{ account: ACME_ACCOUNT }" }, files: { ".env": `${ENV}ACME_ACCOUNT=42\n` } }),
  },
  "secret-placeholder": {
    means: "The secret is a placeholder, such as `changeme` or `<your secret>`. Everybody can guess it.",
    fix: "Set the signing secret that the provider's page shows.",
    example: doctored("WEBHOOK_SECRET=changeme\n"),
  },
  "generated-file-stale": {
    means: "A generated file is not what would be generated now: the `webhook.yaml`, a schema or the version of smart-webhooks changed, or the file was deleted.",
    fix: "Generate again, and commit what changed. `generate --check` fails a build where it was forgotten.",
    example: doctored(ENV, { note: "A schema was added since.", prepare: addSchema }),
  },
  "method-not-called": {
    means: "A method of your class looks like that of an event, and nothing is routed to it. It is mostly misspelt, and its event passes in silence.",
    fix: "Take the name that is suggested. A method of your own that is meant stands in the handler's option `allow`.",
    example: doctored(ENV, { files: { "acme.ts": `${USER}export class MyHandler extends AcmeHandler {\n  onInvoicePaide() {}\n}\n` } }),
  },
  "override-missing": {
    means: "The tsconfig asks for `override` (`noImplicitOverride`), and a method that overrides one of the generated class has none. TypeScript refuses it.",
    fix: "Write `override` in front of the method.",
    example: doctored(ENV, { files: { "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "noImplicitOverride": true } }\n', "acme.ts": `${USER}export class MyHandler extends AcmeHandler {\n  onInvoicePaid() {}\n}\n` } }),
  },
  "body-parser-first": {
    means: "A body parser runs before `webhookRoutes`, and leaves none of the raw bytes that the signature covers. Every delivery is answered 500.",
    fix: "Put the line with `webhookRoutes` above the parser. [Frameworks](../frameworks.md) has the order for each.",
    example: doctored(ENV, {
      files: { "server.ts": 'import { webhookRoutes } from "@smart-webhooks/runtime/express";\nimport express from "express";\nimport { handlers } from "./handlers.js";\n\nconst app = express();\napp.use(express.json());\napp.use(webhookRoutes(handlers));\n' },
    }),
  },
  "runtime-missing": {
    means: "`@smart-webhooks/runtime` is not installed, and generated handlers import it.",
    fix: "Install it, in the version that the hint names. It has no dependencies of its own.",
    example: doctored(ENV, { runtime: undefined }),
  },
  "runtime-version": {
    means: "The runtime that is installed and the command that generates are of different versions. Code may be generated that the runtime does not know.",
    fix: "Install the version that the hint names, and generate again.",
    example: doctored(ENV, { runtime: "0.0.1" }),
  },
  "runtime-not-listed": {
    means: "The runtime is installed only because `smart-webhooks` brings it along. Where production installs no development dependencies, it is not there.",
    fix: "List it under `dependencies`: the hint has the command.",
    example: doctored(ENV, { files: { "package.json": '{ "type": "module", "devDependencies": { "smart-webhooks": "*" } }\n' } }),
  },
  "node-version": {
    means: "Node is older than 20.19. The runtime is made of ES modules, and `require()` takes those from there on.",
    fix: "Install the current release of Node.",
  },
  "module-resolution": {
    means: "The tsconfig's `moduleResolution` does not see entries of packages, such as `@smart-webhooks/runtime/express`.",
    fix: 'Set `"module": "nodenext"`, or `"preserve"` where a bundler builds the app.',
    example: doctored(ENV, { files: { "tsconfig.json": '{ "compilerOptions": { "module": "commonjs", "moduleResolution": "node" } }\n' } }),
  },
  "not-esm": {
    means: "With `module` `node16`, TypeScript lets no CommonJS project import ES modules, and the runtime is made of them.",
    fix: 'Write `"type": "module"` into the package.json, or set `"module": "nodenext"`.',
    example: doctored(ENV, { files: { "package.json": '{ "dependencies": { "@smart-webhooks/runtime": "*" } }\n', "tsconfig.json": '{ "compilerOptions": { "module": "node16" } }\n' } }),
  },
  "tsconfig-unreadable": {
    means: "The tsconfig, or one that it extends, cannot be read.",
    fix: "`npx tsc --showConfig` says what is wrong with it.",
    example: doctored(ENV, { note: "`tsconfig.json` ends in the middle.", prepare: (folder) => writeFileSync(join(folder, "tsconfig.json"), '{ "compilerOptions": {') }),
  },
  "clock-behind": {
    means: "The clock is behind the newest source file by more than five minutes. Deliveries with a signed time would be refused as of the future.",
    fix: "Set the clock, by a time server (NTP) if you can.",
  },
  "too-many-files": {
    means: "The folder has more source files than are looked at, so a handler may have been missed.",
    fix: "Run it in the folder of one application, with `--cwd`.",
  },
};

function addSchema(folder: string): void {
  mkdirSync(join(folder, "schemas/acme"), { recursive: true });
  writeFileSync(join(folder, "schemas/acme/invoice.paid.schema.json"), '{ "type": "object" }\n');
}
