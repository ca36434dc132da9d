import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../../src/package-root.js";
import type { Scenario } from "../scenario.js";

const GENERATE = ["generate", "github", "--events", "push,issues"];
const SECRET = { GITHUB_WEBHOOK_SECRET: "it's a secret to everybody" };
const PACKAGE = JSON.stringify({ name: "shop", type: "module", dependencies: { "@smart-webhooks/runtime": "0.1.0" } });

const HANDLER = `import { GitHubHandler, type PushEvent } from "./webhooks/github/handler.js";

export class MyGitHubHandler extends GitHubHandler {
  override onPush({ payload }: PushEvent) {
    return this.successResponse({ commits: payload.commits.length });
  }
}
`;

const SERVER = `import { webhookRoutes } from "@smart-webhooks/runtime/express";
import express from "express";
import { MyGitHubHandler } from "./github.js";

const app = express();
app.use(webhookRoutes({ github: new MyGitHubHandler() }));
app.use(express.json());
`;

const TSCONFIG = JSON.stringify({ compilerOptions: { module: "nodenext", strict: true, noImplicitOverride: true } });

const HEALTHY = { "package.json": PACKAGE, "tsconfig.json": TSCONFIG, "src/github.ts": HANDLER, "src/server.ts": SERVER };

function provider(name: string, scheme = "verification_type: hmac_sha256\n    signature_header: X-Signature"): readonly [string, string] {
  const env = `${name.toUpperCase()}_SECRET`;
  return [`providers/${name}/webhook.yaml`, `webhooks:\n  default:\n    signing_secret_env: ${env}\n    ${scheme}\n    event_field: type\n    events: [sent]\n`];
}

function generatedFile(name: string): string {
  return readFileSync(join(packageRoot(), "test/golden", name, name, "handler.ts"), "utf8");
}

const KINDS = ["missing", "blank", "spaced", "quoted", "placeholder", "infile", "fine"];

export const scenarios: readonly Scenario[] = [
  { name: "doctor/healthy", files: HEALTHY, env: SECRET, steps: [GENERATE, ["doctor"], ["doctor", "--json"], ["doctor", "--silent"]] },
  {
    name: "doctor/nothing-generated",
    files: { "package.json": PACKAGE },
    steps: [["doctor"], ["doctor", "--dotenv", "nowhere.env"]],
  },
  {
    name: "doctor/secrets",
    files: {
      "package.json": PACKAGE,
      ...Object.fromEntries([...KINDS.map((kind) => provider(kind)), provider("prefix", "verification_type: standard_webhooks")]),
      ".env": "INFILE_SECRET=hidden-1234\n",
    },
    env: {
      BLANK_SECRET: "  ",
      SPACED_SECRET: " hidden-1234",
      QUOTED_SECRET: '"hidden-1234"',
      PLACEHOLDER_SECRET: "changeme",
      PREFIX_SECRET: "whsec_",
      FINE_SECRET: "hidden-1234",
      FINE_SECRET_PREVIOUS: "'hidden-0000'",
    },
    steps: [["generate", "--silent"], ["doctor"], ["doctor", "--dotenv", ".env"]],
  },
  {
    name: "doctor/generated-files",
    files: {
      ...HEALTHY,
      ...Object.fromEntries([provider("parcels")]),
      "src/webhooks/github/handler.ts": generatedFile("github").replace("/** Every event", "/** Each event"),
      "src/webhooks/stripe/handler.ts": generatedFile("stripe"),
    },
    env: { ...SECRET, STRIPE_WEBHOOK_SECRET: "whsec_hidden", PARCELS_SECRET: "hidden-1234" },
    steps: [["generate", "parcels"], ["doctor", "--providers-dir", "elsewhere"]],
  },
  {
    name: "doctor/methods",
    files: {
      ...HEALTHY,
      "src/github.ts": HANDLER.replace("override onPush", "override onPsuh").replace("\n}\n", "\n  onIssues() {}\n\n  onIsues() {}\n\n  onReleasePublished() {}\n\n  onModuleInit() {}\n\n  onPushh = () => {};\n}\n"),
      "src/server.ts": SERVER.replace("MyGitHubHandler()", 'MyGitHubHandler({ allow: ["onPushh"] })'),
    },
    env: SECRET,
    steps: [GENERATE, ["doctor"]],
  },
  {
    name: "doctor/body-parser",
    files: {
      ...HEALTHY,
      "src/server.ts": SERVER.replace("app.use(webhookRoutes", "app.use(express.json());\napp.use(webhookRoutes"),
      "src/koa.ts": `import { bodyParser } from "@koa/bodyparser";\nimport { webhookRoutes as routes } from "@smart-webhooks/runtime/koa";\nimport Koa from "koa";\nimport { MyGitHubHandler } from "./github.js";\n\nexport function createApp() {\n  const app = new Koa();\n  const webhooks = routes({ github: new MyGitHubHandler() });\n  app.use(bodyParser({ jsonLimit: "5mb" }));\n  app.use(webhooks);\n  return app;\n}\n`,
    },
    env: SECRET,
    steps: [GENERATE, ["doctor"]],
  },
  {
    name: "doctor/setup",
    files: { ...HEALTHY, "package.json": '{ "name": "shop" }', "tsconfig.json": '{ "compilerOptions": { "module": "commonjs", "moduleResolution": "node" } }' },
    env: SECRET,
    steps: [GENERATE, ["doctor"]],
  },
];
