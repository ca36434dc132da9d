import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { listProviders } from "../../src/config/list-providers.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { packageRoot } from "../../src/package-root.js";
import { betweenMarks } from "../between-marks.js";
import { markdownTable } from "../markdown-table.js";

const PROVIDERS = ["<!-- providers: written by npm run providers -->", "<!-- /providers -->"] as const;
const FRAMEWORKS = ["<!-- frameworks: written by npm run providers -->", "<!-- /frameworks -->"] as const;

/** What an adapter is called that is not called like its framework. */
const NAMES: Readonly<Record<string, string>> = {
  azure: "Azure Functions", bun: "Bun", cloudflare: "Cloudflare Workers", deno: "Deno", express: "Express 4 and 5", fastify: "Fastify", fetch: "any web `Request`",
  h3: "h3", hono: "Hono", koa: "Koa", lambda: "AWS Lambda", nest: "Nest", next: "Next", node: "node:http",
};

/** README.md with its tables of providers and frameworks made anew. */
export async function readmeTables(page: string): Promise<string> {
  return betweenMarks(betweenMarks(page, PROVIDERS, await providers()), FRAMEWORKS, frameworks());
}

async function providers(): Promise<string> {
  const builtinDir = join(packageRoot(), "providers");
  const where = { cwd: packageRoot(), builtinDir, providersDir: builtinDir };
  const names = await listProviders(where);
  const configs = await Promise.all(names.map((name) => readProviderConfig(name, where)));
  const isTyped = (provider: string): boolean => existsSync(join(packageRoot(), "schemas", provider, "SOURCE.json"));
  const list = (typed: boolean): string => configs.filter(({ provider }) => isTyped(provider) === typed).map(({ provider }) => `\`${provider}\``).join(", ");
  const count = configs.filter(({ provider }) => isTyped(provider)).length;
  return `${configs.length} come with the package. With the payloads of their events, ${count}: ${list(true)}.\n\nWithout, so that payloads are \`unknown\` until you describe those you use: ${list(false)}.`;
}

function frameworks(): string {
  const { exports } = JSON.parse(readFileSync(join(packageRoot(), "src/runtime/package.json"), "utf8")) as { readonly exports: Readonly<Record<string, { readonly default?: string } | string>> };
  const adapters = Object.entries(exports).flatMap(([path, target]) => (typeof target === "object" && target.default?.includes("/adapters/") ? [path.slice(2)] : []));
  const rows = adapters.map((name) => [NAMES[name] ?? name, `\`@smart-webhooks/runtime/${name}\``, `[examples/${name}](examples/${name})`]);
  return markdownTable(["framework", "import", "example"], rows);
}
