import type { Scenario } from "../scenario.js";

const PARCELS = `name: ParcelPost
docs: https://parcels.example/webhooks
webhooks:
  default:
    verification_type: hmac_sha256
    signature_header: X-Parcel-Signature
    signature_pairs: { signature: v1, timestamp: t }
    signed_content: "{timestamp}.{url}.{body}"
    event_field: kind
    delivery_id_header: X-Parcel-Id
    response_deadline: 5
    events: [sent, lost, "damaged/total"]
`;

export const scenarios: readonly Scenario[] = [
  { name: "info/built-in", steps: [["info", "figma"], ["info", "aws-sns"]] },
  { name: "info/one-webhook", steps: [["info", "twilio", "--webhook", "status"]] },
  { name: "info/own", files: { "providers/parcel-post/webhook.yaml": PARCELS, "schemas/parcel-post/sent.schema.json": '{ "type": "object" }' }, steps: [["info", "parcel-post"], ["info", "parcel-post", "--json"]] },
  { name: "info/own-over-built-in", files: { "providers/github/webhook.yaml": "webhooks:\n  default:\n    events: [push, issues]\n" }, steps: [["info", "github"]] },
  { name: "info/what-there-is-not", steps: [["info", "gihub"], ["info", "github", "--webhook", "defalt"], ["info", "nothing-like-it"], ["info"], ["info", "gihub", "--json"]] },
];
