import { type ClaimState, type ClaimStore, REMEMBERED } from "./claim-store.js";

/** A pool or a client of pg, or anything else that runs SQL with `$1` parameters. */
export interface PostgresClient {
  query(text: string, values?: unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** Options of `postgresStore`. */
export interface PostgresStoreOptions {
  /** Perhaps with its schema; `webhook_claims` unless told. */
  readonly table?: string;
  /** For how long what is done is remembered, in milliseconds; four days unless told. */
  readonly remember?: number;
}

/**
 * A store in PostgreSQL, shared by every process that uses it. Give it a pool: on a client inside a transaction, a claim would be
 * seen by nobody else until that ends. The server ends the leases by its own clock.
 *
 * @throws TypeError for a table that is not a plain name
 */
export function postgresStore(client: PostgresClient, { table = TABLE, remember = REMEMBERED }: PostgresStoreOptions = {}): ClaimStore {
  const name = checkedTable(table);
  const run = async (sql: string, values: readonly unknown[]): Promise<void> => {
    await client.query(sql, [...values]);
  };
  let completed = 0;
  return {
    claim: async (key, lease, token = ""): Promise<ClaimState> => {
      const { rows: won } = await client.query(
        `INSERT INTO ${name} AS held (key, token, expires_at) VALUES ($1, $2, ${after("$3")})
        ON CONFLICT (key) DO UPDATE SET token = excluded.token, expires_at = excluded.expires_at WHERE held.expires_at <= now() RETURNING key`,
        [key, token, lease],
      );
      if (won.length > 0) return "claimed";
      const { rows } = await client.query(`SELECT token IS NULL AS done FROM ${name} WHERE key = $1`, [key]);
      return (rows[0] as { readonly done: boolean } | undefined)?.done ? "done" : "running";
    },
    complete: async (key, token = "") => {
      // A claim that ran out, and that nobody took over, may still be completed: the work is done.
      await run(
        `INSERT INTO ${name} AS held (key, token, expires_at) VALUES ($1, NULL, ${after("$3")})
        ON CONFLICT (key) DO UPDATE SET token = NULL, expires_at = excluded.expires_at WHERE held.token = $2`,
        [key, token, remember],
      );
      if (++completed % SWEEP_EVERY === 0) await run(`DELETE FROM ${name} WHERE expires_at <= now()`, []);
    },
    release: (key, token = "") => run(`DELETE FROM ${name} WHERE key = $1 AND token = $2`, [key, token]),
  };
}

/** The SQL that makes the table of claims, for a migration. It may run again. */
export function claimsTable(table: string = TABLE): string {
  const name = checkedTable(table);
  return `CREATE TABLE IF NOT EXISTS ${name} (key text PRIMARY KEY, token text, expires_at timestamptz NOT NULL);
CREATE INDEX IF NOT EXISTS ${name.replace(/^.*\./, "")}_expires_at ON ${name} (expires_at);`;
}

const TABLE = "webhook_claims";

/** Completions between two clean-ups of what has run out. */
const SWEEP_EVERY = 1000;

function after(milliseconds: string): string {
  return `now() + ${milliseconds}::double precision * interval '1 millisecond'`;
}

/** @throws TypeError for a table that is not a plain name, perhaps with its schema: it is written into the SQL */
export function checkedTable(table: string): string {
  if (!/^[a-z_]\w{0,49}(?:\.[a-z_]\w{0,49})?$/i.test(table)) throw new TypeError("The table's name must be a plain one, perhaps with its schema");
  return table;
}
