import { type Bundled, bundleSize, ownBundles, prepareBundles } from "./bundle-sizes.js";
import { figure, type Section, type Target } from "./section.js";

const peers: readonly Bundled[] = [
  { name: "@octokit/webhooks-methods { verify }", source: 'export { verify } from "@octokit/webhooks-methods";' },
  { name: "@octokit/webhooks { Webhooks }", source: 'export { Webhooks } from "@octokit/webhooks";' },
  { name: "standardwebhooks { Webhook }", source: 'export { Webhook } from "standardwebhooks";' },
  { name: "svix { Webhook }", source: 'export { Webhook } from "svix";' },
  { name: "stripe", source: 'import { Stripe } from "stripe"; export const receive = Stripe.webhooks.constructEvent;' },
  { name: "twilio", source: 'import twilio from "twilio"; export const receive = twilio.validateRequestWithBody;' },
  { name: "@slack/bolt { verifySlackRequest }", source: 'export { verifySlackRequest } from "@slack/bolt";' },
  { name: "@shopify/shopify-api", source: 'import "@shopify/shopify-api/adapters/node"; export { shopifyApi } from "@shopify/shopify-api";' },
  { name: "probot { createNodeMiddleware }", source: 'export { createNodeMiddleware } from "probot";' },
];

/** What goes to production, minified and zipped. */
export async function bundles(): Promise<Section> {
  await prepareBundles();
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const bundled of [...ownBundles, ...peers]) {
    const { minified, zipped } = await bundleSize(bundled);
    rows.push([bundled.name, figure(minified / 1024), figure(zipped / 1024)]);
    if (bundled.atMost !== undefined) targets.push({ what: `bundle, ${bundled.name.replace("ours: ", "")}`, atMost: bundled.atMost / 1024, measured: zipped / 1024, unit: "kB" });
  }
  return { title: "Bundles", about: "Made by esbuild for Node unless it says edge. Ours hold the generated handler of one event, deduplication and the answer.", head: ["", "min, kB", "min and gzip, kB"], rows, targets, quote: { what: "bundle, min and gzip, kB", column: 2, names: ["ours: GitHub", "@octokit/webhooks { Webhooks }", "svix { Webhook }", "stripe"] } };
}
