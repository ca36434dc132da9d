import { checkedTable, type PostgresClient } from "../store/postgres-store.js";
import type { VersionStore } from "./memory-versions.js";

/**
 * Versions in PostgreSQL, shared by all processes and kept until you delete them.
 *
 * @throws TypeError for a table that is not a plain name
 */
export function postgresVersions(client: PostgresClient, { table = TABLE }: { readonly table?: string } = {}): VersionStore {
  const name = checkedTable(table);
  return {
    advance: async (entity, version) => {
      const { rows } = await client.query(
        `INSERT INTO ${name} AS known (entity, version) VALUES ($1, $2) ON CONFLICT (entity)
        DO UPDATE SET version = excluded.version, seen_at = now() WHERE known.version <= excluded.version RETURNING entity`,
        [entity, version],
      );
      return rows.length > 0;
    },
  };
}

/** The SQL that makes the table of versions, for a migration. It may run again. */
export function versionsTable(table: string = TABLE): string {
  return `CREATE TABLE IF NOT EXISTS ${checkedTable(table)} (entity text PRIMARY KEY, version double precision NOT NULL, seen_at timestamptz NOT NULL DEFAULT now());`;
}

const TABLE = "webhook_versions";
