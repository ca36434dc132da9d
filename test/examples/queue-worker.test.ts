import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { answers, connectRedis, freshName, REDIS_PORT } from "../services/services.js";

const isThere = await answers(REDIS_PORT);
const folder = join(packageRoot(), "examples/queue-worker");
const name = freshName();
const env = { ...process.env, GITHUB_WEBHOOK_SECRET: "s3cret", PORT: "0", QUEUE: name, REDIS_URL: `redis://127.0.0.1:${REDIS_PORT}` };

describe("the example of a receiver and a worker", () => {
  const children: ChildProcess[] = [];
  const printed: string[] = [];

  afterAll(async () => {
    for (const child of children) child.kill("SIGKILL");
    if (!isThere) return;
    const redis = connectRedis();
    const keys = await redis.keys(`*${name}*`);
    if (keys.length > 0) await redis.del(...keys);
    redis.disconnect();
  });

  function start(file: string): ChildProcess {
    const child = spawn(process.execPath, ["--import", "tsx", file], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"] });
    children.push(child);
    child.stdout?.setEncoding("utf8").on("data", (text: string) => printed.push(text));
    return child;
  }

  const said = (pattern: RegExp): Promise<RegExpExecArray> => vi.waitFor(() => pattern.exec(printed.join("")) ?? Promise.reject(new Error(`Not yet: ${String(pattern)}`)), { timeout: 50_000, interval: 50 });

  it.skipIf(!isThere)("handles a delivery in the worker, and both end well", async () => {
    const [receiver, worker] = [start("receiver.ts"), start("worker.ts")];
    const [, port] = await said(/listening (\d+)/);
    await said(/working/);
    const body = JSON.stringify({ ref: "refs/heads/main", commits: [{}, {}] });
    const headers = { "content-type": "application/json", "x-github-event": "push", "x-github-delivery": name, "x-hub-signature-256": `sha256=${createHmac("sha256", "s3cret").update(body).digest("hex")}` };
    const send = () => fetch(`http://127.0.0.1:${port}/webhooks/github`, { method: "POST", headers, body });
    expect([(await send()).status, (await send()).status]).toEqual([202, 200]);
    await said(new RegExp(`handled ${name}: 2 commits to refs/heads/main`));
    for (const child of [receiver, worker]) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      expect((await ended)[0]).toBe(0);
    }
  });
});
