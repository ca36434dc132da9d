import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { packageRoot } from "../src/package-root.js";
import { generateInto, workFolder } from "./work-folder.js";

/** What an application has to bundle to take deliveries. */
export interface Bundled {
  readonly name: string;
  readonly source: string;
  /** For an edge runtime instead of Node. */
  readonly edge?: boolean;
  /** Bytes after gzip that it may have. */
  readonly atMost?: number;
}

const GITHUB = 'import { GitHubHandler } from "./bundle/github/handler.js"; export const github = GitHubHandler.define({ onPush() {} });';
const STRIPE = 'import { StripeHandler } from "./bundle/stripe/handler.js"; export const stripe = StripeHandler.define({ onPaymentIntentSucceeded() {} });';
const EVERY = 'export * from "@smart-webhooks/runtime"; export * from "@smart-webhooks/runtime/verify"; export * from "@smart-webhooks/runtime/fetch";';

/** Ours, for which `npm run check` has limits. */
export const ownBundles: readonly Bundled[] = [
  { name: "ours: GitHub", source: GITHUB, atMost: 3.2 * 1024 },
  { name: "ours: GitHub, edge", source: GITHUB, edge: true, atMost: 3.4 * 1024 },
  { name: "ours: GitHub and Stripe", source: GITHUB + STRIPE, atMost: 3.5 * 1024 },
  { name: "ours: every scheme, and the fetch adapter", source: EVERY, atMost: 6.3 * 1024 },
  { name: "ours: every scheme, and the fetch adapter, edge", source: EVERY, edge: true, atMost: 6.5 * 1024 },
];

/** Bytes of a minified bundle before and after gzip. */
export async function bundleSize({ source, edge = false }: Bundled): Promise<{ readonly minified: number; readonly zipped: number }> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: workFolder, loader: "ts" },
    nodePaths: [join(packageRoot(), "bench", "node_modules")],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    ...(edge ? { platform: "neutral", conditions: ["workerd"] } : { platform: "node" }),
  });
  const bytes = outputFiles[0]?.contents ?? new Uint8Array();
  return { minified: bytes.length, zipped: gzipSync(bytes, { level: 9 }).length };
}

/** Generates the handlers that `ownBundles` import: of one event each. */
export async function prepareBundles(): Promise<void> {
  await generateInto("bundle", "github", ["push"]);
  await generateInto("bundle", "stripe", ["payment_intent.succeeded"]);
}
