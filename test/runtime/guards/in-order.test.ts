import { inOrder, memoryVersions, postgresVersions, redisVersions, type VersionStore, versionsTable } from "@smart-webhooks/runtime/guards";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answers, connectPostgres, connectRedis, freshName, POSTGRES_PORT, REDIS_PORT } from "../../services/services.js";
import { SampleHandler } from "../sample-handler.js";

const STORES: Readonly<Record<string, { readonly isThere: boolean; readonly start: () => Promise<{ readonly versions: VersionStore; readonly close: () => Promise<unknown> }> }>> = {
  memory: { isThere: true, start: async () => ({ versions: memoryVersions(), close: async () => {} }) },
  Redis: { isThere: await answers(REDIS_PORT), start: startRedis },
  PostgreSQL: { isThere: await answers(POSTGRES_PORT), start: startPostgres },
};

describe.each(Object.entries(STORES))("inOrder with versions in %s", (_, { isThere, start }) => {
  const test = it.skipIf(!isThere);
  let opened: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    if (isThere) opened = await start();
  });
  afterAll(() => opened?.close());

  test("notes what is not older, each entity for itself", async () => {
    const { versions } = opened;
    const steps = [["a", 2], ["a", 1], ["a", 2], ["a", 3], ["b", 1], ["a", 2], ["a", 1_700_000_000_000.5], ["a", 1_700_000_000_000], ["c", -1], ["c", -2]] as const;
    const noted = [];
    for (const [entity, version] of steps) noted.push(await versions.advance(entity, version));
    expect(noted).toEqual([true, false, true, true, true, false, true, false, true, false]);
  });

  test("lets through the latest of many at once, whatever their order", async () => {
    const order = Array.from({ length: 40 }, (__, index) => (index * 17) % 40);
    await Promise.all(order.map((version) => opened.versions.advance("many", version)));
    expect([await opened.versions.advance("many", 38), await opened.versions.advance("many", 39)]).toEqual([false, true]);
  });

  test("skips an event that is older than one taken up before", async () => {
    const seen: number[] = [];
    const use = [inOrder({ key: ({ payload }) => (payload as Item).key, version: ({ payload }) => (payload as Item).version, versions: opened.versions })];
    const handler = SampleHandler.define({ onPush: ({ payload }) => void seen.push((payload as unknown as Item).version as number) }, { secret: "s", logger: {}, use });
    const statuses = [];
    for (const [id, item] of [["1", { key: "x", version: 5 }], ["2", { key: "x", version: 4 }], ["3", { key: "x", version: 6 }], ["4", { version: 1 }], ["5", { key: "x" }]] as const) {
      statuses.push((await handler.handle(await signedRequest(handler, "push", item as never, { id }))).status);
    }
    expect([statuses, seen]).toEqual([[200, 204, 200, 200, 200], [5, 6, 1, undefined]]);
  });
});

interface Item {
  readonly key?: string;
  readonly version?: number;
}

describe("inOrder", () => {
  it("has one that failed handled again", async () => {
    let ran = 0;
    const handler = SampleHandler.define({ onPush: () => { if (++ran === 1) throw new Error("x"); } }, { secret: "s", logger: {}, use: [inOrder({ key: () => "k", version: () => 1 })] });
    const request = await signedRequest(handler, "push", { ref: "r" }, { id: "1" });
    expect([(await handler.handle(request)).status, (await handler.handle(request)).status]).toEqual([500, 200]);
  });

  it("fails for a version that is no number, and notes nothing", async () => {
    let version = NaN;
    const handler = SampleHandler.define({ onPush: () => {} }, { secret: "s", logger: {}, use: [inOrder({ key: () => "k", version: () => version })] });
    expect((await handler.handle(await signedRequest(handler, "push", { ref: "r" }, { id: "1" }))).status).toBe(500);
    version = 1;
    expect((await handler.handle(await signedRequest(handler, "push", { ref: "r" }, { id: "1" }))).status).toBe(200);
  });

  it("holds so many entities in memory and no more", () => {
    const versions = memoryVersions(4);
    for (const entity of ["a", "b", "c", "d", "e"]) void versions.advance(entity, 9);
    expect([versions.advance("e", 1), versions.advance("a", 1)]).toEqual([false, true]);
  });
});

async function startRedis() {
  const [client, prefix] = [connectRedis(), `${freshName()}:`];
  return {
    versions: redisVersions(client, { prefix, remember: 60_000 }),
    close: async () => client.disconnect(),
  };
}

async function startPostgres() {
  const [pool, table] = [connectPostgres(), freshName()];
  await pool.query(versionsTable(table));
  return {
    versions: postgresVersions(pool, { table }),
    close: async () => {
      await pool.query(`DROP TABLE ${table}`);
      await pool.end();
    },
  };
}
