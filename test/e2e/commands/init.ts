import type { Scenario } from "../scenario.js";

const express = { "package.json": '{ "type": "module", "dependencies": { "express": "5" } }\n', "package-lock.json": "{}\n", "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "strict": true } }\n', "src/app.ts": 'import express from "express";\n' };
const WRITTEN = ["src/webhooks/my-github-handler.ts", "src/webhooks/routes.ts", ".env.example"];
const push = ["--events", "push"];

/** For each framework: what the project holds, and where its route goes. */
function project(packages: readonly string[], files: Scenario["files"] = {}): NonNullable<Scenario["files"]> {
  return { "package.json": `${JSON.stringify({ dependencies: Object.fromEntries(packages.map((name) => [name, "*"])) })}\n`, "tsconfig.json": "{}\n", ...files };
}

export const scenarios: readonly Scenario[] = [
  { name: "init/express", files: express, steps: [["init", "github", ...push]], shows: WRITTEN },
  { name: "init/second-provider", files: express, steps: [["init", "github", ...push], ["init", "stripe", "--events", "payment_intent.succeeded"]], shows: ["src/webhooks/routes.ts", ".env.example"] },
  { name: "init/again", files: express, steps: [["init", "github", ...push], ["init", "github"]], shows: WRITTEN },
  { name: "init/several", files: express, steps: [["init", "twilio", "stripe"]], shows: ["src/webhooks/routes.ts", ".env.example"] },
  { name: "init/bare-folder", steps: [["init", "github", ...push]], shows: ["webhooks/routes.ts"] },
  { name: "init/json", files: express, steps: [["init", "github", ...push, "--json"]] },
  { name: "init/next", files: project(["next"], { "app/page.tsx": "", "pnpm-lock.yaml": "" }), steps: [["init", "github", ...push]], shows: ["app/webhooks/[...path]/route.ts"] },
  { name: "init/next-pages", files: project(["next"], { "src/pages/index.tsx": "", "yarn.lock": "" }), steps: [["init", "github", ...push]], shows: ["src/pages/api/webhooks/[...path].ts"] },
  { name: "init/cloudflare", files: project([], { "wrangler.jsonc": "{}", "src/x.ts": "" }), steps: [["init", "github", ...push]] },
  { name: "init/deno", files: { "deno.json": "{}" }, steps: [["init", "github", ...push]], shows: ["webhooks/server.ts"] },
  { name: "init/bun", files: project(["@types/bun"], { "bun.lock": "" }), steps: [["init", "github", ...push]] },
  { name: "init/azure", files: project(["@azure/functions"], { "src/x.ts": "" }), steps: [["init", "github", ...push]] },
  { name: "init/unknown-provider", files: express, steps: [["init", "githbu"]] },
  { name: "init/unknown-framework", files: express, steps: [["init", "github", "--framework", "expres"], ["init", "github", "--framework", "rails"]] },
  { name: "init/unknown-event", files: express, steps: [["init", "github", "--events", "pussh"]], shows: ["src/webhooks/routes.ts"] },
  { name: "init/no-provider", files: express, steps: [["init"], ["init", "--yes", "--json"]] },
  { name: "init/files-kept", files: { ...express, "src/webhooks/routes.ts": "// mine\n", ".env.example": "# keys\nGITHUB_WEBHOOK_SECRET=\n" }, steps: [["init", "github", ...push]], shows: WRITTEN },
  { name: "init/folder-in-the-way", files: { ...express, "src/webhooks/routes.ts/mine.ts": "// mine\n" }, steps: [["init", "github", ...push]], shows: ["src/webhooks/github/handler.ts"] },
  { name: "init/broken-package-json", files: { "package.json": "{ name: shop }" }, steps: [["init", "github"]] },
];
