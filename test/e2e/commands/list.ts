import type { Scenario } from "../scenario.js";

const PARCELS = "webhooks:\n  default:\n    verify_signature: false\n    verification_type: none\n    event_field: kind\n    events: [sent]\n";

export const scenarios: readonly Scenario[] = [
  { name: "list/built-in-and-own", files: { "providers/parcel-post/webhook.yaml": PARCELS }, steps: [["list"], ["list", "--json"]] },
  { name: "list/no-such-folder", steps: [["list", "--cwd", "nowhere"], ["list", "--jsno"]] },
];
