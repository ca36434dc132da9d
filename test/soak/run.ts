import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { claimsTable } from "@smart-webhooks/runtime/postgres";
import PgBoss from "pg-boss";
import { answers, connectPostgres, freshName, POSTGRES_PORT } from "../services/services.js";
import { buildFleet, fleetChild, redisChild } from "./children.js";
import type { FleetSettings } from "./fleet.js";
import { Provider } from "./provider.js";
import { freePort } from "../free-port.js";

// Two receivers and two workers under load, while everything that can break is broken again and again. Then the same with SIGTERM,
// where nothing may fail. Prints what happened; exits 1 when an accepted delivery was not handled.
const { values } = parseArgs({ options: { seconds: { type: "string", default: "60" }, senders: { type: "string", default: "40" } } });
const [SECONDS, SENDERS] = [Number(values.seconds), Number(values.senders)];

const lacking = [
  ...((await answers(POSTGRES_PORT)) ? [] : [`PostgreSQL does not answer at port ${POSTGRES_PORT}`]),
  ...(spawnSync("redis-server", ["--version"]).error === undefined ? [] : ["there is no redis-server to start"]),
];
if (lacking.length > 0) {
  console.log(`soak: skipped, ${lacking.join(", and ")}`);
  process.exit(0);
}
const pool = connectPostgres();
pool.on("error", () => {});
const folder = mkdtempSync(join(tmpdir(), "swh-soak-"));
const settings: FleetSettings = { redisPort: await freePort(), postgresPort: POSTGRES_PORT, name: freshName() };
const ports = [await freePort(), await freePort()];
const redis = redisChild(settings.redisPort, folder);
const receivers = ports.map((port) => fleetChild("receiver", settings, port));
const workers = [0, 1].map(() => fleetChild("worker", settings));
let isGood = false;
try {
  await buildFleet();
  await prepare();
  await redis.start();
  await Promise.all([...receivers, ...workers].map((child) => child.start()));
  const crashed = await crash();
  const stopped = await terminate();
  isGood = crashed && stopped;
} finally {
  await Promise.all([...receivers, ...workers, redis].map((child) => child.end("SIGKILL")));
  await pool.query(`DROP SCHEMA ${settings.name} CASCADE; DROP SCHEMA ${settings.name}_boss CASCADE`);
  await pool.end();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(isGood ? 0 : 1);

async function prepare(): Promise<void> {
  const { name } = settings;
  await pool.query(`CREATE SCHEMA ${name}; CREATE TABLE ${name}.handled (id text NOT NULL, at timestamptz NOT NULL DEFAULT now()); ${claimsTable(`${name}.claims`)}`);
  const boss = new PgBoss({ host: "127.0.0.1", port: POSTGRES_PORT, user: "postgres", database: "test", schema: `${name}_boss`, supervise: false, schedule: false });
  boss.on("error", () => {});
  await boss.start();
  await boss.createQueue("deliveries", { name: "deliveries", expireInSeconds: 5, retryLimit: 1000 });
  await boss.stop({ graceful: false, wait: true });
}

/** SIGKILL for receivers, workers and Redis, and cut connections, without a break for so many seconds. */
async function crash(): Promise<boolean> {
  const counts = { receivers: 0, workers: 0, redis: 0, connections: 0 };
  const provider = new Provider(new Set(ports));
  const sending = provider.run(SENDERS);
  const end = Date.now() + SECONDS * 1000;
  for (let round = 0; Date.now() < end; round++) {
    await pause(200 + Math.random() * 600);
    const kind = round % 2 === 0 ? "receivers" : "workers";
    const fleet = kind === "receivers" ? receivers : workers;
    if (round % 12 === 11) {
      await redis.end("SIGKILL");
      await redis.start();
      counts.redis += 1;
    } else if (round % 4 === 3) {
      const { rowCount } = await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1`, [settings.name]);
      counts.connections += rowCount ?? 0;
    } else if (fleet.every(({ isReady }) => isReady)) {
      // One is left to go on with the work, while the other comes up again.
      const child = pick(fleet);
      await child.end("SIGKILL");
      void child.start();
      counts[kind] += 1;
    }
  }
  provider.stop();
  await sending;
  provider.close();
  console.log(`soak, ${SECONDS} s: SIGKILLed ${counts.receivers} receivers, ${counts.workers} workers, ${counts.redis} times Redis; cut ${counts.connections} connections of PostgreSQL; ${crashes()} processes ended by themselves`);
  return report(provider);
}

/** A rolling restart of all, as a deployment does it: first out of the balancer, then SIGTERM, then the next one. */
async function terminate(): Promise<boolean> {
  // Anew: connections that were cut before are no failures of this part.
  await Promise.all([...receivers, ...workers].map((child) => child.end("SIGKILL").then(() => child.start())));
  await pool.query(`TRUNCATE ${settings.name}.handled`);
  const targets = new Set(ports);
  const provider = new Provider(targets);
  const sending = provider.run(SENDERS);
  const codes: (number | null)[] = [];
  for (const [index, receiver] of receivers.entries()) {
    await provider.drain(ports[index] as number);
    codes.push(await receiver.end("SIGTERM"));
    await receiver.start();
    targets.add(ports[index] as number);
  }
  for (const worker of workers) {
    codes.push(await worker.end("SIGTERM"));
    await worker.start();
  }
  provider.stop();
  await sending;
  provider.close();
  const clean = codes.every((code) => code === 0) && provider.failures === 0;
  console.log(`SIGTERM, ${codes.length} times: exit codes ${codes.join(" ")}; ${provider.failures} attempts failed ${JSON.stringify(provider.statuses)}`);
  return (await report(provider)) && clean;
}

async function report({ accepted, sent, failures }: Provider): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  let lost = [...accepted];
  while (lost.length > 0 && Date.now() < deadline) {
    await pause(1000);
    const { rows } = await pool.query<{ id: string }>(`SELECT DISTINCT id FROM ${settings.name}.handled`);
    const handled = new Set(rows.map(({ id }) => id));
    lost = lost.filter((id) => !handled.has(id));
  }
  const { rows } = await pool.query<{ times: string }>(`SELECT count(*) AS times FROM ${settings.name}.handled GROUP BY id HAVING count(*) > 1`);
  console.log(`  deliveries ${sent}, attempts that failed ${failures}, accepted ${accepted.size}, lost ${lost.length}, handled more than once ${rows.length}`);
  if (lost.length > 0) console.log(`  lost: ${lost.slice(0, 10).join(" ")}`);
  return lost.length === 0 && accepted.size > 0;
}

function crashes(): number {
  return [...receivers, ...workers].reduce((sum, child) => sum + child.crashes, 0);
}

function pick<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
