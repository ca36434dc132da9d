import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterEach, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { listen, type Served } from "../runtime/adapters/framework.js";
import { serveAzure } from "../runtime/adapters/web-frameworks.js";
import { serveHttpApi } from "../runtime/adapters/lambda-frameworks.js";

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
const OTHERS: ReadonlySet<string> = new Set(["webhooks", "queue-worker"]);

it("there is one for every adapter", () => {
  const folders = readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !OTHERS.has(entry.name));
  expect(folders.map(({ name }) => name).toSorted()).toEqual([...SERVERS, ...Object.keys(MODULES)].toSorted());
});

it.each(["examples/webhooks", "examples/next/webhooks", "examples/queue-worker/webhooks"])("%s is what is generated today", (output) => {
  const args = ["bin/smart-webhooks.js", "generate", "github", "--output", output, "--check"];
  expect(spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
});

it("they compile", () => {
  expect(spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "examples"], { cwd: root, encoding: "utf8" })).toMatchObject({ status: 0, stdout: "" });
});

it.each(SERVERS)("examples/%s receives a delivery", async (name) => {
  const port = await start(name);
  await expectDelivery(port, "/webhooks/github");
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

/** Runs the example's one command, and waits until it listens. */
async function start(name: string): Promise<number> {
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "development" };
  const child: ChildProcess = spawn("npm", ["start", "--silent"], { cwd: join(examples, name), env, stdio: "ignore", detached: true });
  // The command starts others: all of its group go.
  open.push({ port, close: async () => void process.kill(-(child.pid as number), "SIGKILL") });
  for (let tries = 0; tries < 200; tries++) {
    const reached = await fetch(`http://localhost:${port}/`).then(() => true, () => false);
    if (reached) return port;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`examples/${name} does not listen`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
