import { spawn, spawnSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { listen } from "../runtime/adapters/framework.js";

const root = packageRoot();
const page = readFileSync(join(root, "docs/frameworks.md"), "utf8");
const blocks = [...page.matchAll(/^## (.+?)$|^```ts\n(.*?)^```$/gms)];
let folder = "";

/** Each block is a module, under the heading it stands below. */
const modules: [heading: string, text: string][] = [];
let heading = "";
for (const [, title, text] of blocks) {
  if (title !== undefined) heading = title;
  else modules.push([heading, text as string]);
}

beforeAll(() => {
  // Inside the repository, so that its packages are found.
  mkdirSync(join(root, "out"), { recursive: true });
  folder = mkdtempSync(join(root, "out/docs-"));
  writeFileSync(join(folder, "github.ts"), 'export { MyGitHubHandler } from "../../examples/github.js";\n');
  writeFileSync(join(folder, "nitro.d.ts"), "declare function fromNodeMiddleware<T>(listener: T): T;\n");
  modules.forEach(([, text], index) => writeFileSync(join(folder, `block-${index}.ts`), text));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ extends: "../../examples/tsconfig.json", include: ["."], exclude: [] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

it("has a recipe for each framework that the README names", () => {
  const named = ["Express", "Fastify", "Koa", "Hono", "h3", "Next", "Nest", "Lambda", "Azure", "Cloudflare", "Bun", "Deno", "SvelteKit", "Astro", "React Router", "Remix", "Nuxt", "hapi", "Elysia", "Google Cloud Functions"];
  const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title).join();
  expect(named.filter((name) => !titles.includes(name))).toEqual([]);
});

it("compiles, every block of it", () => {
  expect(modules.length).toBeGreaterThan(14);
  const { stdout, status } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder], { cwd: root, encoding: "utf8" });
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
});

it("works in hapi", async () => {
  const port = 20_000 + (process.pid % 20_000);
  const child = spawn(process.execPath, ["--import", "tsx", join(folder, fileOf("hapi"))], { cwd: root, env: { ...process.env, PORT: String(port), GITHUB_WEBHOOK_SECRET: "docs" }, stdio: "ignore" });
  try {
    await expect.poll(() => fetch(`http://localhost:${port}/`).then(({ status }) => status, () => 0), { timeout: 30_000 }).toBe(404);
    await expectDelivery(port);
  } finally {
    child.kill();
  }
});

it("works in Elysia", async () => {
  process.env["GITHUB_WEBHOOK_SECRET"] = "docs";
  const { app } = (await import(/* @vite-ignore */ join(folder, fileOf("Elysia")))) as { readonly app: { handle(request: Request): Promise<Response> } };
  const { port, close } = await listen(getRequestListener((request) => app.handle(request), { overrideGlobalObjects: false }));
  try {
    await expectDelivery(port);
  } finally {
    await close();
  }
});

function fileOf(title: string): string {
  return `block-${modules.findIndex(([one]) => one === title)}.ts`;
}

async function expectDelivery(port: number): Promise<void> {
  const body = ' { "ref": "refs/heads/main", "commits": [{}] }';
  const headers = { "content-type": "application/json", "x-github-event": "push", "x-hub-signature-256": `sha256=${createHmac("sha256", "docs").update(body).digest("hex")}` };
  const answer = await fetch(`http://localhost:${port}/webhooks/github`, { method: "POST", headers, body });
  expect(await answer.json()).toEqual({ processed: 1, status: "success" });
  expect((await fetch(`http://localhost:${port}/webhooks/github`, { method: "POST", headers, body: "{}" })).status).toBe(401);
}
