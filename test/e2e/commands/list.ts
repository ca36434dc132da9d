import type { Scenario } from "../scenario.js";

const PARCELS = "webhooks:\n  default:\n    verify_signature: false\n    verification_type: none\n    event_field: kind\n    events: [sent]\n";

/** What the package has besides is not this scenario's. */
const BUILT_IN: Scenario["varying"] = [
  [/\n {4}"(?!broken|parcel)[a-z0-9-]+",?(?=\n)/g, ""],
  [/\n {4}\{\n {6}"provider": "(?!broken|parcel)[^"]+",[\s\S]*?\n {4}\},?(?=\n)/g, ""],
  [/,(?=\n {2}\])/g, ""],
];

export const scenarios: readonly Scenario[] = [
  { name: "list/built-in-and-own", files: { "providers/parcel-post/webhook.yaml": PARCELS }, steps: [["list"]] },
  { name: "list/own-only-as-json", files: { "mine/parcel-post/webhook.yaml": PARCELS, "mine/broken/webhook.yaml": "webhooks: []\n" }, steps: [["list", "--json", "--providers-dir", "mine"]], varying: BUILT_IN },
  { name: "list/no-such-folder", steps: [["list", "--cwd", "nowhere"], ["list", "--cwd", "nowhere", "--json"], ["list", "--jsno"]] },
];
