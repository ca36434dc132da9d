import { type ClaimStore, memoryStore } from "@smart-webhooks/runtime";
import { claimsTable, postgresStore } from "@smart-webhooks/runtime/postgres";
import { redisStore } from "@smart-webhooks/runtime/redis";
import { createClient } from "redis";
import { answers, connectPostgres, connectRedis, freshName, POSTGRES_PORT, REDIS_PORT } from "../../services/services.js";

/** A store under test. `forget` is how long it remembers, in milliseconds, where it has a limit of time. */
export interface OpenStore {
  /** Another store of the same memory, as another process has one. */
  readonly open: (options?: { readonly remember?: number }) => ClaimStore;
  readonly close: () => Promise<void>;
}

/** Every store by name: how to get at it, and whether its service answers. */
export const STORES: Readonly<Record<string, { readonly isThere: boolean; readonly start: () => Promise<OpenStore> }>> = {
  memory: { isThere: true, start: startMemory },
  "Redis by ioredis": { isThere: await answers(REDIS_PORT), start: startIoRedis },
  "Redis by node-redis": { isThere: await answers(REDIS_PORT), start: startNodeRedis },
  "PostgreSQL by pg": { isThere: await answers(POSTGRES_PORT), start: startPostgres },
};

async function startMemory(): Promise<OpenStore> {
  const store = memoryStore();
  return { open: () => store, close: async () => {} };
}

async function startIoRedis(): Promise<OpenStore> {
  const client = connectRedis();
  const prefix = `${freshName()}:`;
  return { open: (options) => redisStore(client, { prefix, ...options }), close: () => clear(client, prefix) };
}

async function startNodeRedis(): Promise<OpenStore> {
  const client = createClient({ url: `redis://127.0.0.1:${REDIS_PORT}` });
  await client.connect();
  const prefix = `${freshName()}:`;
  return {
    open: (options) => redisStore(client, { prefix, ...options }),
    close: async () => {
      await client.close();
      await clear(connectRedis(), prefix);
    },
  };
}

async function clear(client: ReturnType<typeof connectRedis>, prefix: string): Promise<void> {
  const keys = await client.keys(`${prefix}*`);
  if (keys.length > 0) await client.del(...keys);
  client.disconnect();
}

async function startPostgres(): Promise<OpenStore> {
  const pool = connectPostgres();
  const table = freshName();
  await pool.query(claimsTable(table));
  return {
    open: (options) => postgresStore(pool, { table, ...options }),
    close: async () => {
      await pool.query(`DROP TABLE ${table}`);
      await pool.end();
    },
  };
}
