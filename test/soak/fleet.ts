import { redisStore } from "@smart-webhooks/runtime/redis";
import { postgresStore } from "@smart-webhooks/runtime/postgres";
import { bullmqDispatcher } from "@smart-webhooks/runtime/bullmq";
import { pgBossDispatcher } from "@smart-webhooks/runtime/pg-boss";
import { type WebhookEvent, WebhookHandler, type WebhookResult, type WebhookSpec } from "@smart-webhooks/runtime";
import { header, hmac } from "@smart-webhooks/runtime/verify";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { Pool } from "pg";
import PgBoss from "pg-boss";

/** What the processes of a soak are told by their parent. */
export interface FleetSettings {
  readonly redisPort: number;
  readonly postgresPort: number;
  /** The name of the run: of its schema, its queues and its connections. */
  readonly name: string;
}

/** Two webhooks: `alpha` lives on Redis alone (claims, BullMQ), `beta` on PostgreSQL alone (claims, pg-boss). */
export type Engine = "alpha" | "beta";

/** The settings that the parent process put into the environment. */
export function readSettings(): FleetSettings {
  return JSON.parse(process.env["SOAK"] ?? "{}") as FleetSettings;
}

/** A handler class of one of the two webhooks, as one would be generated. */
export function handlerOf(engine: Engine): typeof SoakHandler {
  abstract class Handler extends SoakHandler {
    static override readonly spec: WebhookSpec<SoakHandler> = { ...SoakHandler.spec, provider: engine, path: `/webhooks/${engine}` };
  }
  return Handler;
}

abstract class SoakHandler extends WebhookHandler<SoakEvent> {
  static readonly spec: WebhookSpec<SoakHandler> = {
    provider: "soak",
    webhook: "default",
    path: "/webhooks/soak",
    verify: hmac({ signature: header("x-signature", { prefix: "sha256=" }) }),
    event: header("x-event"),
    id: header("x-id"),
    routes: { push: "onPush" },
  };
  onPush?(event: SoakEvent): WebhookResult;
}

type SoakEvent = WebhookEvent<"push", { readonly n: number }>;

/** The secret that everything of a soak is signed with. */
export const SECRET = "soak-secret";

/** Claims that outlive their process by little, so that a run can be short. Milliseconds. */
export const LEASE = 4000;

/** Connections that fail fast, so that a provider is told 503 in time, and never end the process. */
// The engines give these their types.
export function connect({ redisPort, postgresPort, name }: FleetSettings) {
  const redis = new Redis({ host: "127.0.0.1", port: redisPort, maxRetriesPerRequest: 1, enableOfflineQueue: false, commandTimeout: 6000, retryStrategy: () => 100 });
  redis.on("error", () => {});
  const pool = new Pool({ host: "127.0.0.1", port: postgresPort, user: "postgres", database: "test", max: 6, application_name: name, connectionTimeoutMillis: 6000 });
  pool.on("error", () => {});
  // pg tells an error of a connection that is in use to its query, and once more here.
  pool.on("connect", (client) => client.on("error", () => {}));
  return { redis, pool, stores: { alpha: redisStore(redis, { prefix: `${name}:` }), beta: postgresStore(pool, { table: `${name}.claims` }) } };
}

/** pg-boss over a pool of ours. Only workers look after its queues. */
export async function startBoss({ name }: FleetSettings, pool: Pool, supervise: boolean): Promise<PgBoss> {
  const db = { executeSql: (text: string, values: unknown[]) => pool.query(text, values) };
  const boss = new PgBoss({ db, schema: `${name}_boss`, supervise, schedule: false, migrate: false, maintenanceIntervalSeconds: 1 });
  boss.on("error", () => {});
  await boss.start();
  return boss;
}

/** What each engine is queued with: soon tried again, and for longer than a run takes. */
export function dispatchers({ name }: FleetSettings, redis: Redis, boss: PgBoss) {
  const queue = new Queue(name, { connection: redis, prefix: `${name}q` });
  queue.on("error", () => {});
  return {
    alpha: bullmqDispatcher(queue, { attempts: 1000, backoff: { type: "fixed", delay: 500 } }),
    beta: pgBossDispatcher(boss, "deliveries", { retryLimit: 1000, retryDelay: 1, retryBackoff: false }),
  };
}
