import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Installed, installPacked } from "./install-packed.js";

// What a user meets: the packed packages, installed into an empty folder by npm, nothing of this repository around.
let installed: Installed;
let folder: string;
let npx: Installed["npx"];
let app: ChildProcess | undefined;
let inspector: ChildProcess | undefined;

beforeAll(async () => {
  installed = await installPacked(["typescript", "@types/node", "tsx"]);
  ({ folder, npx } = installed);
});

afterAll(() => {
  app?.kill();
  inspector?.kill();
  installed.remove();
});

it("installs a runtime without dependencies", () => {
  const manifest = JSON.parse(readFileSync(join(folder, "node_modules/@smart-webhooks/runtime/package.json"), "utf8"));
  expect(manifest).not.toHaveProperty("dependencies");
  const isOptional = (name: string): boolean => manifest.peerDependenciesMeta[name]?.optional === true;
  expect(Object.keys(manifest.peerDependencies).filter((name) => !isOptional(name))).toEqual([]);
});

it.each([[], ["--conditions=workerd"]])("installs a runtime of which every part can be imported (%j)", (...flags) => {
  const { exports } = JSON.parse(readFileSync(join(folder, "node_modules/@smart-webhooks/runtime/package.json"), "utf8")) as { readonly exports: object };
  const parts = Object.keys(exports).filter((part) => !part.endsWith(".json")).map((part) => `@smart-webhooks/runtime${part.slice(1)}`);
  const script = `for (const part of ${JSON.stringify(parts)}) console.log(part, Object.keys(await import(part)).length > 0);`;
  const printed = execFileSync(process.execPath, [...flags, "--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" });
  expect(printed.trim().split("\n")).toEqual(parts.map((part) => `${part} true`));
});

it("generates, and finds nothing to do the second time", async () => {
  mkdirSync(join(folder, "src"));
  const first = await npx(["smart-webhooks", "generate", "github", "--events", "push,issues"]);
  expect(first.stdout).toBe("created  src/webhooks/github/handler.ts\ncreated  src/webhooks/github/payloads.ts\n");
  const check = await npx(["smart-webhooks", "generate", "github", "--events", "push,issues", "--check"]);
  expect(check.stdout).toBe("");
});

it("compiles with the user's own class, strictly", async () => {
  writeFileSync(join(folder, "src/app.ts"), APP);
  const compilerOptions = { target: "es2022", module: "nodenext", strict: true, skipLibCheck: false, rootDir: "src", outDir: "dist", types: ["node"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["src"] }));
  expect((await npx(["tsc"])).stdout).toBe("");
});

it("tries a handler in TypeScript through the tsx of the project", async () => {
  writeFileSync(join(folder, "src/github.ts"), 'import { GitHubHandler } from "./webhooks/github/handler.js";\n\nexport default class extends GitHubHandler {\n  override onPush() {\n    return { typed: true as boolean };\n  }\n}\n');
  expect((await npx(["smart-webhooks", "test", "github", "push", "--handler", "src/github.ts"])).stdout).toContain('"typed":true');
});

it("receives a signed delivery, and refuses a tampered one", async () => {
  app = spawn(process.execPath, ["dist/app.js"], { cwd: folder, env: { ...installed.env, GITHUB_WEBHOOK_SECRET: "s3cret" }, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(app.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const { port, request } = JSON.parse(String(line)) as { port: number; request: { url: string; headers: Record<string, string>; body: string } };
  const send = (body: string) => fetch(`http://127.0.0.1:${port}${request.url}`, { method: "POST", headers: request.headers, body });

  const good = await send(request.body);
  expect({ status: good.status, body: await good.json() }).toEqual({ status: 200, body: { processed: 2, status: "success" } });
  const bad = await send(request.body.replace("main", "mail"));
  expect(bad.status).toBe(401);
});

it("serves the inspector's page, with all of its files", async () => {
  inspector = spawn(process.execPath, ["node_modules/smart-webhooks/bin/smart-webhooks.js", "dev", "github", "--port", "0", "--json"], { cwd: folder, env: installed.env, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = (await once(inspector.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  const { url } = JSON.parse(String(line)) as { url: string };
  const read = async (path: string): Promise<string> => {
    const response = await fetch(url + path);
    expect([path, response.status]).toEqual([path, 200]);
    return response.text();
  };
  const seen = new Set(["/"]);
  for (const path of seen) for (const [, file = ""] of (await read(path)).matchAll(/(?:src="|href="|from ")\.?(\/[\w.-]+)"/g)) seen.add(file);
  expect([...seen]).toEqual(expect.arrayContaining(["/style.css", "/icon.svg", "/main.js", "/tree.js"]));
});

const APP = `import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { GitHubHandler, type PushEvent } from "./webhooks/github/handler.js";

class MyGitHubHandler extends GitHubHandler {
  override onPush({ payload }: PushEvent) {
    return this.successResponse({ processed: payload.commits.length });
  }
}

const github = new MyGitHubHandler();
const server = createServer(webhookRoutes({ github }));
server.listen(0, "127.0.0.1", async () => {
  const { url, headers, body } = await signedRequest(github, "push", { ref: "refs/heads/main", commits: [{}, {}] });
  const request = { url, headers, body: new TextDecoder().decode(body) };
  console.log(JSON.stringify({ port: (server.address() as AddressInfo).port, request }));
});
`;
