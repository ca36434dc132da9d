import { connect } from "node:net";
import { Redis } from "ioredis";
import { Pool } from "pg";

/** Where the services answer, when they run. Only ever on this machine. */
export const REDIS_PORT = Number(process.env["SMART_WEBHOOKS_REDIS_PORT"] ?? 6379);
export const POSTGRES_PORT = Number(process.env["SMART_WEBHOOKS_POSTGRES_PORT"] ?? 5432);
export const NATS_PORT = Number(process.env["SMART_WEBHOOKS_NATS_PORT"] ?? 4222);

/** Whether something listens at a port of this machine. Tests of what does not are skipped, and say so. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port }, () => done(true));
    const done = (yes: boolean): void => {
      socket.destroy();
      resolve(yes);
    };
    socket.setTimeout(2000, () => done(false)).on("error", () => done(false));
  });
}

/** A name that no other run uses, in letters that every service takes. */
export function freshName(): string {
  return `swh_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
}

/** A connection of ioredis to the Redis of the tests. */
export function connectRedis(port: number = REDIS_PORT): Redis {
  return new Redis({ host: "127.0.0.1", port, maxRetriesPerRequest: null });
}

/** A pool of pg on the database of the tests. */
export function connectPostgres(): Pool {
  return new Pool({ host: "127.0.0.1", port: POSTGRES_PORT, user: "postgres", database: "test", max: 10 });
}
