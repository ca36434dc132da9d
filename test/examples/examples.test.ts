import { spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterEach, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { listen, type Served } from "../runtime/adapters/framework.js";
import { serveAzure } from "../runtime/adapters/web-frameworks.js";
import { serveHttpApi } from "../runtime/adapters/lambda-frameworks.js";
import { startExample } from "./start-example.js";

const root = packageRoot();
const examples = join(root, "examples");
const SECRET = "a secret of the examples";
process.env["GITHUB_WEBHOOK_SECRET"] = SECRET;

const open: Served[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0)) await close();
});

/** Those with a server of their own: started as a user starts them. */
const SERVERS = ["express", "fastify", "fetch", "h3", "hono", "koa", "nest", "next", "node"] as const;

/** Those whose platform calls them: the platform's part is played by Node. */
const MODULES: Readonly<Record<string, (module: never) => Promise<Served>>> = {
  azure: ({ handler }: { readonly handler: Parameters<typeof serveAzure>[0] }) => serveAzure(handler),
  bun: serveDefault,
  cloudflare: serveDefault,
  deno: serveDefault,
  lambda: ({ handler }: { readonly handler: Parameters<typeof serveHttpApi>[0] }) => serveHttpApi(handler),
};

function serveDefault({ default: { fetch } }: { readonly default: { fetch(request: Request): Promise<Response> } }): Promise<Served> {
  return listen(getRequestListener((request) => fetch(request), { overrideGlobalObjects: false }));
}

/** What stands beside the adapters' own: the generated files that they share, and a receiver with a queue. */
const OTHERS: ReadonlySet<string> = new Set(["webhooks", "queue-worker", "multi-provider", "pipeline", "private-provider"]);

it("there is one for every adapter", () => {
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !OTHERS.has(entry.name));
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...SERVERS, ...Object.keys(MODULES)].toSorted());
});

it.each([".", "next", "queue-worker", "multi-provider", "pipeline", "private-provider"])("examples/%s/webhooks is what is generated today", (name) => {
  const args = ["bin/smart-webhooks.js", "generate", "--cwd", join(examples, name), "--output", "webhooks", "--check", "--silent"];
  expect(spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
});

it("they compile", () => {
  expect(spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "examples"], { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
});

it.each(SERVERS)("examples/%s receives a delivery", async (name) => {
  const served = await startExample(name);
  open.push(served);
  await expectDelivery(served.port, "/webhooks/github");
});

it.each(Object.keys(MODULES))("examples/%s receives a delivery", async (name) => {
  const file = readdirSync(join(examples, name)).find((one) => one.endsWith(".ts")) as string;
  const served = await (MODULES[name] as (module: unknown) => Promise<Served>)(await import(/* @vite-ignore */ join(examples, name, file)));
  open.push(served);
  await expectDelivery(served.port, name === "azure" ? "/api/webhooks/github" : "/webhooks/github");
});

async function expectDelivery(port: number, path: string): Promise<void> {
  const body = JSON.stringify({ ref: "refs/heads/main", commits: [{}, {}] });
  const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
  const headers = { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": "1", "x-hub-signature-256": signature };
  const send = (text: string): Promise<Response> => fetch(`http://localhost:${port}${path}`, { method: "POST", headers, body: text });
  const answer = await send(body);
  expect(await answer.json()).toEqual({ processed: 2, status: "success" });
  expect((await send(`${body} `)).status).toBe(401);
}
