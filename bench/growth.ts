import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { memoryStore, WebhookHandler, type WebhookSpec } from "@smart-webhooks/runtime";
import { header, hmac } from "@smart-webhooks/runtime/verify";
import { generate } from "../src/generate.js";
import { loadProvider } from "../src/load-provider.js";
import { SECRET } from "./contestant.js";
import { floor } from "./github-contestants.js";
import { roundRobin, type Task, type Timing } from "./round-robin.js";
import { figure, type Section, type Target } from "./section.js";
import { writeWork } from "./work-folder.js";

/** What takes how much longer when there is more of it. */
export async function growth(): Promise<Section> {
  const parts = [
    { what: "generate, GitHub's events", sizes: [9, 18, 36, 72], tasks: await eventTasks([9, 18, 36, 72]) },
    { what: "generate, properties of a user's schema", sizes: [250, 500, 1000, 2000], tasks: schemaTasks([250, 500, 1000, 2000]) },
    { what: "the memory store, keys remembered", sizes: [1000, 10_000, 100_000], tasks: storeTasks([1000, 10_000, 100_000]) },
    { what: "a delivery, events of the handler", sizes: [10, 100, 1000, 10_000], tasks: routeTasks([10, 100, 1000, 10_000]) },
  ];
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const { what, sizes, tasks } of parts) {
    const timed = await roundRobin(tasks, { rounds: 7, slice: 20 });
    rows.push(...timed.map(({ micros, ratio }, index) => [index === 0 ? what : "", (sizes[index] ?? 0).toLocaleString("en-US"), figure(micros), figure(ratio)]));
    targets.push({ what: `growth: ${what}`, atMost: 1.2, measured: exponent(sizes, timed), unit: "(exponent)" });
  }
  return { title: "Growth", about: "The exponent is 1 where twice as much takes twice as long, 0 where the amount does not matter.", head: ["", "amount", "CPU µs", "× the first"], rows, targets };
}

function exponent(sizes: readonly number[], timed: readonly Timing[]): number {
  const ratio = timed.at(-1)?.ratio ?? Number.NaN;
  return Math.log(ratio) / Math.log((sizes.at(-1) ?? 1) / (sizes[0] ?? 1));
}

async function eventTasks(counts: readonly number[]): Promise<readonly Task[]> {
  const events = (await loadProvider("github")).webhooks["default"]?.events ?? [];
  const folder = mkdtempSync(join(tmpdir(), "growth-"));
  rmSync(folder, { recursive: true });
  return counts.map((count) => ({ name: `${count}`, run: () => generate({ provider: "github", cwd: tmpdir(), providersDir: folder, events: events.slice(0, count) }) }));
}

function schemaTasks(counts: readonly number[]): readonly Task[] {
  return counts.map((count) => {
    const provider = `acme-${count}`;
    const properties = Object.fromEntries(Array.from({ length: count }, (_, index) => [`field_${index}`, { type: "object", properties: { value: { type: "string" } } }]));
    writeWork(`growth/schemas/${provider}/paid.schema.json`, JSON.stringify({ type: "object", properties }));
    const yaml = writeWork(`growth/providers/${provider}/webhook.yaml`, "webhooks:\n  default:\n    verify_signature: false\n    verification_type: none\n    event_field: type\n    events: [paid]\n");
    const providersDir = join(yaml, "../..");
    return { name: provider, run: () => generate({ provider, cwd: providersDir, providersDir }) };
  });
}

function storeTasks(counts: readonly number[]): readonly Task[] {
  return counts.map((count) => {
    const store = memoryStore({ maxEntries: count });
    let next = 0;
    const claim = (): void => {
      const key = `github/default/${next++}`;
      store.claim(key, 300_000, key);
      store.complete(key, key);
    };
    for (let index = 0; index < count; index++) claim();
    return { name: `${count}`, run: claim };
  });
}

function routeTasks(counts: readonly number[]): readonly Task[] {
  return counts.map((count) => {
    const routes = Object.fromEntries([...Array.from({ length: count - 1 }, (_, index) => [`event_${index}`, "onOther"] as const), ["push", "onPush"] as const]);
    class Handler extends WebhookHandler {
      static readonly spec: WebhookSpec = { provider: "github", webhook: "default", path: "/", verify: hmac({ signature: header("x-hub-signature-256", { prefix: "sha256=" }) }), event: header("x-github-event"), routes };
      onPush(): void {}
    }
    const handler = new Handler({ secret: SECRET, logger: {}, store: false });
    const { url, headers, body } = floor.sign(Buffer.from("{}"), "push");
    return { name: `${count}`, run: () => handler.handle({ method: "POST", url, headers, body }) };
  });
}
