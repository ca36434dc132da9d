import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { freePort } from "../free-port.js";
import { type Installed, installPacked } from "./install-packed.js";

// docs/getting-started.md, as it is written, in an empty folder with the packed packages.
const page = readFileSync(join(packageRoot(), "docs/getting-started.md"), "utf8");
const files = [...page.matchAll(/^`(src\/\S+)`.*?^```ts\n(.*?)^```$/gms)].map(([, path = "", code = ""]) => [path, code] as const);
const commands = [...page.matchAll(/^npx (smart-webhooks (?:generate|send) .*?)(?:\s+#.*)?$/gm)].map(([, command = ""]) => command.split(" "));
const [generate = [], ...sends] = commands;

let installed: Installed;
let port: number;
let server: ChildProcess | undefined;

beforeAll(async () => {
  installed = await installPacked(["tsx", "typescript", "@types/node", "@types/express", "express"]);
  port = await freePort();
});

afterAll(() => {
  server?.kill();
  installed.remove();
});

it("has its steps where they are looked for", () => {
  expect(files.map(([path]) => path)).toEqual(["src/github.ts", "src/server.ts"]);
  expect(commands.map(([, command]) => command)).toEqual(["generate", "send", "send", "send"]);
});

it("generates, and starts", async () => {
  mkdirSync(join(installed.folder, "src"));
  await installed.npx(generate);
  for (const [path, code] of files) {
    mkdirSync(dirname(join(installed.folder, path)), { recursive: true });
    writeFileSync(join(installed.folder, path), code.replace("3000", String(port)));
  }
  server = spawn(process.execPath, ["--import", "tsx", "src/server.ts"], { cwd: installed.folder, env: { ...installed.env, GITHUB_WEBHOOK_SECRET: "only-for-this-computer" }, stdio: "ignore" });
  await expect.poll(() => fetch(`http://localhost:${port}/`).then(({ status }) => status, () => 0), { timeout: 30_000 }).toBe(404);
});

it("is sent a delivery, a forged one, and one twice", async () => {
  const answers = [];
  for (const send of sends) answers.push(await run(send));
  expect(answers.map(({ code }) => code)).toEqual([0, 0, 0]);
  const statuses = answers.map(({ output }) => [...output.matchAll(/^(\d{3}) /gm)].map(([, status]) => status));
  expect(statuses).toEqual([["200"], ["401"], ["200", "200"]]);
  expect(answers[2]?.output).toMatch(/"processed":\d.*"duplicate":true/s);
});

it("is tried without a server", async () => {
  const [, command = ""] = /`npx (smart-webhooks test .*?)`/.exec(page) ?? [];
  const { code, output } = await run(command.split(" "));
  expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/onPush/) as string });
});

async function run([, ...args]: readonly string[]): Promise<{ readonly code: unknown; readonly output: string }> {
  const words = args.map((word) => word.replace("3000", String(port)));
  const env = { ...installed.env, GITHUB_WEBHOOK_SECRET: "only-for-this-computer" };
  const child = spawn(process.execPath, [join(installed.folder, "node_modules/smart-webhooks/bin/smart-webhooks.js"), ...words], { cwd: installed.folder, env, stdio: ["ignore", "pipe", "inherit"] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "close")]);
  return { code, output };
}
