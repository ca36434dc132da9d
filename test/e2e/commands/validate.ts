import type { Scenario } from "../scenario.js";

const RIGHT = "webhooks:\n  default:\n    verification_type: hmac_sha256\n    signature_header: X-Acme-Signature\n    event_field: type\n    events: [invoice.paid]\n";
const WRONG = "webhooks:\n  default:\n    verification_type: hmac_sha257\n    signature_headr: X-Acme-Signature\n    event_field: type\n    events: [invoice.paid, invoice.paid]\n";
const REPLAYABLE = "webhooks:\n  default:\n    verification_type: hmac_sha1\n    signature_header: X-Acme-Signature\n    event_header: X-Acme-Event\n    delivery_id_header: X-Acme-Id\n    events: [invoice.paid, invoice.voided]\n";
const SCHEMA = '{\n  "type": "object",\n  "requried": ["id"],\n  "properties": { "id": { "type": "strng" } }\n}\n';

export const scenarios: readonly Scenario[] = [
  { name: "validate/valid", files: { "providers/acme/webhook.yaml": RIGHT }, steps: [["validate"], ["validate", "acme", "github"], ["validate", "--json"]] },
  { name: "validate/all-problems-at-once", files: { "providers/acme/webhook.yaml": WRONG, "schemas/acme/invoice.paid.schema.json": SCHEMA, "providers/fine/webhook.yaml": RIGHT }, steps: [["validate"], ["validate", "acme", "--json"], ["validate", "--silent"]] },
  { name: "validate/strict", files: { "providers/acme/webhook.yaml": REPLAYABLE, "schemas/acme/invoce.paid.schema.json": "{}\n" }, steps: [["validate"], ["validate", "--strict"]] },
  { name: "validate/overlay", files: { "schemas/github/overlay.yaml": "patches:\n  - at: /definitions/PushPayload/properties/reff\n    op: remove\n    why: is not sent\n" }, steps: [["validate", "github"]] },
  { name: "validate/wrong-usage", files: { "providers/acme/webhook.yaml": RIGHT }, steps: [["validate", "acmee"], ["validate", "../acme"], ["validate", "--strikt"], ["validate", "--providers-dir", "empty"]] },
];
