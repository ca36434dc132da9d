import { join } from "node:path";
import { listProviders } from "../../src/config/list-providers.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { packageRoot } from "../../src/package-root.js";
import { betweenMarks } from "../between-marks.js";
import { markdownTable } from "../markdown-table.js";
import { PAYLOAD_COLUMNS, payloadRow } from "./payload-rows.js";
import { PROVIDER_COLUMNS, providerRows } from "./provider-rows.js";

const PAYLOAD_MARKS = ["<!-- payloads: written by `npm run providers` -->", "<!-- end of the payloads -->"] as const;

const MARKS = ["<!-- providers: written by `npm run providers` -->", "<!-- end of the providers -->"] as const;

/** docs/providers.md with its tables made anew, of the YAML and of the payloads. */
export async function providersPage(page: string): Promise<string> {
  const builtinDir = join(packageRoot(), "providers");
  const where = { cwd: packageRoot(), builtinDir, providersDir: builtinDir };
  const names = await listProviders(where);
  const configs = await Promise.all(names.map((name) => readProviderConfig(name, where)));
  const count = configs.reduce((sum, { webhooks }) => sum + webhooks.length, 0);
  const table = markdownTable(PROVIDER_COLUMNS, configs.flatMap(providerRows));
  const described = configs.flatMap((config) => [payloadRow(join(packageRoot(), "schemas"), config) ?? []]).filter((row) => row.length > 0);
  const withProviders = betweenMarks(page, MARKS, `${configs.length} providers, ${count} webhooks.\n\n${table}`);
  return betweenMarks(withProviders, PAYLOAD_MARKS, markdownTable(PAYLOAD_COLUMNS, described));
}
