import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

/** The command as its own process, which a signal can end. */
function start(args: readonly string[], cwd: string): ChildProcess {
  const root = packageRoot();
  const child = spawn(process.execPath, ["--import", join(root, "node_modules/tsx/dist/esm/index.mjs"), join(root, "src/cli/index.ts"), "dev", ...args], { cwd, env: { PATH: process.env["PATH"] }, stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

describe("dev", () => {
  test.each(["SIGINT", "SIGTERM"] as const)("prints where it is as a line of JSON, and ends on %s", async (signal) => {
    const child = start(["github", "--port", "0", "--json"], tempFolder());
    const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    const told = JSON.parse(String(line)) as { url: string; page: string; receiving: readonly unknown[] };
    expect(told).toEqual({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), page: expect.stringMatching(/#token=[\w-]{32}$/), receiving: [{ webhook: "github", url: `${told.url}/webhooks/github` }] });
    expect((await fetch(told.url)).status).toBe(200);
    const page = await fetch(`${told.url}/api/events`, { headers: { authorization: `Bearer ${told.page.split("=")[1]}` } });
    child.kill(signal);
    expect(await once(child, "exit")).toEqual([0, null]);
    // The page was told that it is over.
    await page.text();
  });

  test("says for people where it is, and what is missing", async () => {
    const child = start(["github", "--port", "0", "--forward", "http://localhost:3000/base"], tempFolder());
    const printed = Promise.all([text(child.stdout as NodeJS.ReadableStream), text(child.stderr as NodeJS.ReadableStream)]);
    await once(child.stderr as NodeJS.ReadableStream, "data");
    child.kill("SIGINT");
    const [stdout, stderr] = (await printed).map((one) => one.replaceAll(/:\d{5}/g, ":PORT").replace(/token=[\w-]+/, "token=…"));
    expect(stdout).toBe("inspector  http://127.0.0.1:PORT/#token=…\ngithub     http://127.0.0.1:PORT/webhooks/github\n");
    expect(stderr).toContain("Each delivery is forwarded to http://localhost:3000/base");
    expect(stderr).toContain("GITHUB_WEBHOOK_SECRET");
  });

  test("says a line of each delivery", async () => {
    const child = start(["github", "--port", "0"], tempFolder());
    const [listening] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    const stderr = text(child.stderr as NodeJS.ReadableStream);
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(String(listening))?.[0] ?? "";
    const headers = { "content-type": "application/json", "x-github-event": "push" };
    await fetch(`${origin}/webhooks/github`, { method: "POST", headers, body: "{}" });
    await fetch(`${origin}/webhooks/github`, { method: "PUT", headers, body: "{}" });
    child.kill("SIGINT");
    expect(await stderr).toMatch(/\n\d\d:\d\d:\d\d {2}503 {2}github push {2}no-secret\n\d\d:\d\d:\d\d {2}405 {2}github PUT {2}\S+\n/);
  });

  test("says that the port is taken", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { exitCode, stderr } = await capture(["dev", "github", "--port", String((server.address() as AddressInfo).port)], tempFolder());
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(/port-in-use[\s\S]*--port 0/)]);
  });

  test.each([
    ["no provider", [], "no-providers"],
    ["an unknown one", ["githbu"], "github"],
    ["another computer to forward to", ["github", "--forward", "http://example.com"], "remote-url"],
    ["a name that only looks like this one", ["github", "--forward", "http://localhost.example.com"], "remote-url"],
    ["an address that is none", ["github", "--forward", "3000"], "invalid-argument"],
    ["another protocol", ["github", "--forward", "https://127.0.0.1"], "invalid-argument"],
    ["a secret in the address", ["github", "--forward", "http://me:pass@127.0.0.1"], "invalid-argument"],
    ["a port that is none", ["github", "--port", "65536"], "It is no port"],
    ["a key without its provider", ["github", "--private-key", "key.pem"], "discord=key.pem"],
    ["a key file that is not there", ["github", "--private-key", "github=key.pem"], "key.pem"],
  ])("refuses %s", async (_, args, said) => {
    const { exitCode, stdout, stderr } = await capture(["dev", ...args], tempFolder());
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
    expect(stderr).not.toContain("me:pass");
  });
});
