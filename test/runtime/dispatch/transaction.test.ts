import { pgBossDispatcher, type PgBossDispatcherOptions } from "@smart-webhooks/runtime/pg-boss";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import type { Pool } from "pg";
import PgBoss from "pg-boss";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, connectPostgres, freshName, POSTGRES_PORT } from "../../services/services.js";
import { SampleHandler } from "../sample-handler.js";

const isThere = await answers(POSTGRES_PORT);

describe("a job in pg-boss, queued within the caller's transaction", () => {
  const test = it.skipIf(!isThere);
  const name = freshName();
  let pool: Pool;
  let boss: PgBoss;
  beforeAll(async () => {
    if (!isThere) return;
    pool = connectPostgres();
    boss = new PgBoss({ host: "127.0.0.1", port: POSTGRES_PORT, user: "postgres", database: "test", schema: name, max: 3 });
    await boss.start();
    await boss.createQueue(name);
    await pool.query(`CREATE TABLE ${name} (id text PRIMARY KEY)`);
  });
  afterAll(async () => {
    if (!isThere) return;
    await boss.stop({ wait: true, graceful: false });
    await pool.query(`DROP TABLE ${name}; DROP SCHEMA ${name} CASCADE`);
    await pool.end();
  });

  const transaction = (end: () => void): NonNullable<PgBossDispatcherOptions["transaction"]> => async (send, { id }) => {
    const client = await pool.connect();
    try {
      await client.query("BEGIN");
      await client.query(`INSERT INTO ${name} VALUES ($1)`, [id]);
      await send({ executeSql: (text, values) => client.query(text, values) });
      end();
      await client.query("COMMIT");
    } catch (error) {
      await client.query("ROLLBACK");
      throw error;
    } finally {
      client.release();
    }
  };
  const deliver = async (end: () => void, id: string): Promise<number> => {
    const handler = SampleHandler.define({ onPush: () => {} }, { secret: "s", logger: {}, dispatcher: pgBossDispatcher(boss, name, { transaction: transaction(end) }) });
    return (await handler.handle(await signedRequest(handler, "push", { ref: "r" }, { id }))).status;
  };
  const rows = async (): Promise<number> => (await pool.query(`SELECT * FROM ${name}`)).rowCount ?? 0;

  test("is there with the caller's rows, or neither is", async () => {
    expect(await deliver(() => { throw new Error("the disk is full"); }, "1")).toBe(503);
    expect([await rows(), await boss.getQueueSize(name)]).toEqual([0, 0]);
    expect(await deliver(() => {}, "1")).toBe(202);
    expect([await rows(), await boss.getQueueSize(name)]).toEqual([1, 1]);
    expect(await deliver(() => {}, "1")).toBe(503);
    expect([await rows(), await boss.getQueueSize(name)]).toEqual([1, 1]);
  });
});
