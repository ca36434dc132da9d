import { claimsTable, postgresStore } from "@smart-webhooks/runtime/postgres";
import { describe, expect, it } from "vitest";
import { answers, connectPostgres, freshName, POSTGRES_PORT } from "../../services/services.js";

const isThere = await answers(POSTGRES_PORT);

describe("postgresStore", () => {
  it.skipIf(!isThere)("deletes what has run out, now and then", async () => {
    const [pool, table] = [connectPostgres(), freshName()];
    try {
      for (const time of ["first", "second"]) expect([time, await pool.query(claimsTable(table))]).toHaveLength(2);
      const store = postgresStore(pool, { table, remember: 1 });
      for (let batch = 0; batch < 10; batch++) await Promise.all(Array.from({ length: 100 }, (_, index) => store.complete(`${batch}/${index}`, "t")));
      const { rows } = await pool.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      expect(Number(rows[0]?.count)).toBeLessThan(1000);
    } finally {
      await pool.query(`DROP TABLE ${table}`);
      await pool.end();
    }
  });

  it.each(["", "a b", "x; DROP TABLE y", 'a"', "a.b.c", "1a", "a-b", "é", "a".repeat(60)])("refuses the table %j", (table) => {
    const client = { query: () => Promise.reject(new Error("not asked")) };
    expect(() => postgresStore(client, { table })).toThrow(TypeError);
    expect(() => claimsTable(table)).toThrow(TypeError);
  });

  it("names its index after the table, within the table's schema", () => {
    expect(claimsTable("app.claims")).toContain("CREATE INDEX IF NOT EXISTS claims_expires_at ON app.claims (expires_at)");
  });
});
