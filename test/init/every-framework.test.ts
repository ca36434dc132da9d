import { execFileSync, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { frameworks } from "../../src/init/frameworks.js";
import { packageRoot } from "../../src/package-root.js";
import { capture } from "../cli/capture.js";
import { modules, servers } from "./apps.js";

// What `init` writes for each framework: golden, compiled with the framework's own types, and served over a real socket.
const SECRET = "a secret of the tests";
const names = Object.keys(frameworks) as (keyof typeof frameworks)[];
const apps = { ...servers, ...modules };
let root: string;

beforeAll(async () => {
  root = mkdtempSync(join(realpathSync(tmpdir()), "smart-webhooks-"));
  symlinkSync(join(packageRoot(), "node_modules"), join(root, "node_modules"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
  writeFileSync(join(root, "nitro.d.ts"), 'declare const fromNodeMiddleware: (listener: (request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, next?: () => void) => unknown) => unknown;\n');
  writeTsconfig("nodenext");
  for (const name of names) {
    const cwd = join(root, name);
    mkdirSync(join(cwd, "src"), { recursive: true });
    if (name.startsWith("next")) mkdirSync(join(cwd, name === "next" ? "app" : "pages"));
    const result = await capture(["init", "github", "--framework", name, "--events", "push", "--yes"], cwd);
    expect(result, name).toMatchObject({ exitCode: 0 });
    const mount = /application:\n([^]*?)\n\d+\. /.exec(result.stderr)?.[1]?.replaceAll(/^ {5}/gm, "") ?? "";
    writeFileSync(join(cwd, "src/app.ts"), (apps[name] ?? "").replace("{mount}", () => mount));
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function writeTsconfig(module: string, more: object = {}): void {
  const strict = {
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noImplicitOverride: true, noImplicitReturns: true,
    noPropertyAccessFromIndexSignature: true, noUnusedLocals: true, noUnusedParameters: true, verbatimModuleSyntax: true, erasableSyntaxOnly: true,
  };
  const compilerOptions = { ...strict, target: "es2022", lib: ["es2023", "dom"], types: ["node"], module, allowImportingTsExtensions: false, declaration: true, noEmit: true, skipLibCheck: true, ...more };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
}

function routeFileOf(name: (typeof names)[number]): string {
  const source = name.startsWith("next") ? "" : "src/";
  return frameworks[name].routeFile({ output: "src/webhooks", source, base: "webhooks" });
}

it("there is an application for each", () => {
  expect(Object.keys(apps).toSorted()).toEqual([...names].toSorted());
});

it.each(names)("the route file of %s", async (name) => {
  const text = readFileSync(join(root, name, routeFileOf(name)), "utf8");
  await expect(text).toMatchFileSnapshot(join(packageRoot(), `test/golden/init/${name}.ts.txt`));
});

it("the user's own class", async () => {
  const text = readFileSync(join(root, "express/src/webhooks/my-github-handler.ts"), "utf8");
  await expect(text).toMatchFileSnapshot(join(packageRoot(), "test/golden/init/my-github-handler.ts.txt"));
});

it.each(["typescript", "typescript7"])("all of it compiles strictly with %s, and with the frameworks' own types", (compiler) => {
  // Deno's files name each other as they are.
  writeTsconfig("nodenext", { allowImportingTsExtensions: true });
  expect(compile(compiler)).toBe("");
});

it("and where a bundler finds the files", async () => {
  writeTsconfig("esnext", { moduleResolution: "bundler" });
  const cwd = join(root, "bundled");
  mkdirSync(join(cwd, "app"), { recursive: true });
  expect(await capture(["init", "github", "stripe", "--framework", "next", "--yes"], cwd)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(join(cwd, "app/webhooks/[...path]/route.ts"), "utf8")).toContain('from "../../../webhooks/my-github-handler"');
  writeTsconfig("esnext", { moduleResolution: "bundler", allowImportingTsExtensions: true });
  expect(compile("typescript7")).toBe("");
});

it.each(Object.keys(servers))("%s answers a signed delivery, and refuses a forged one", async (name) => {
  const cwd = join(root, name);
  const app = spawn(process.execPath, ["--import", "tsx", "src/app.ts"], { cwd, env: { ...process.env, GITHUB_WEBHOOK_SECRET: SECRET }, stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = (await once(app.stdout, "data")) as [Buffer];
    const body = JSON.stringify({ ref: "refs/heads/main", commits: [] });
    const signature = `sha256=${createHmac("sha256", SECRET).update(body).digest("hex")}`;
    const headers = { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": "1", "x-hub-signature-256": signature };
    const send = (text: string): Promise<Response> => fetch(`http://localhost:${Number(String(line))}/webhooks/github`, { method: "POST", headers, body: text });
    const good = await send(body);
    expect({ status: good.status, body: await good.json() }).toEqual({ status: 200, body: { received: "push", status: "success" } });
    expect((await send(`${body} `)).status).toBe(401);
  } finally {
    app.kill("SIGKILL");
  }
});

function compile(compiler: string): string {
  try {
    return execFileSync(process.execPath, [join(packageRoot(), "node_modules", compiler, "bin/tsc"), "-p", root], { encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout?: string }).stdout || error);
  }
}
