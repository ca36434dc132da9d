import type { Scenario } from "../scenario.js";

const YAML = "providers/acme/webhook.yaml";

const ACME = `# Acme, as their support described it on the phone.
webhooks:
    default:
        path: '/webhooks/acme'          # behind the balancer
        signing_secret_env: ACME_WEBHOOK_SECRET
        verification_type: hmac_sha256
        signature_header: X-Acme-Signature
        event_field: type
        events:
            # money
            - 'invoice.paid'   # the one that matters
            # people

        # their own words
        retries: "3 times in an hour"
`;

const acme = (text: string): NonNullable<Scenario["files"]> => ({ [YAML]: text });

export const scenarios: readonly Scenario[] = [
  { name: "add/new-provider", steps: [["add", "acme", "--event", "invoice.paid", "--event", "invoice.voided"], ["generate", "acme"]], shows: [YAML] },
  {
    name: "add/new-provider-all-said",
    steps: [["add", "acme", "--event", "invoice.paid", "--path", "/hooks/acme", "--secret-env", "ACME_KEY", "--verification-type", "hmac_sha512", "--signature-header", "X-Acme-Hmac", "--event-header", "X-Acme-Topic"]],
    shows: [YAML],
  },
  { name: "add/signs-like-another", steps: [["add", "acme", "--event", "invoice.paid", "--verification-type", "stripe"]], shows: [YAML] },
  { name: "add/event", files: acme(ACME), steps: [["add", "acme", "--event", "invoice.voided"], ["add", "acme", "--event", "invoice.voided"]], shows: [YAML] },
  { name: "add/keys", files: acme(ACME), steps: [["add", "acme", "--path", "/hooks/acme", "--verification-type", "hmac_sha512"]], shows: [YAML] },
  { name: "add/webhook", files: acme(ACME), steps: [["add", "acme", "--webhook", "billing", "--event", "charge.made", "--event", "charge.undone"]], shows: [YAML] },
  { name: "add/dry-run", files: acme(ACME), steps: [["add", "acme", "--event", "invoice.voided", "--dry-run"], ["add", "acme", "--event", "invoice.voided", "--dry-run", "--json"]], shows: [YAML] },
  { name: "add/json", files: acme(ACME), steps: [["add", "acme", "--event", "invoice.voided", "--json"], ["add", "acme", "--event", "in*", "--json"]] },
  { name: "add/built-in", steps: [["add", "github", "--path", "/hooks/github"], ["generate", "github", "--events", "push"]], shows: ["providers/github/webhook.yaml"] },
  { name: "add/built-in-events", steps: [["add", "github", "--event", "pull_request.opened", "--event", "push"]], shows: ["providers/github/webhook.yaml"] },
  { name: "add/built-in-nothing-said", steps: [["add", "github"]] },
  { name: "add/unverified", steps: [["add", "acme", "--event", "sent", "--verification-type", "none"]], shows: [YAML] },
  { name: "add/unknown-provider", steps: [["add", "githbu", "--event", "push"], ["add", "GitHub", "--event", "push"]] },
  { name: "add/no-event", steps: [["add", "acme"]] },
  { name: "add/unknown-event", steps: [["add", "github", "--event", "pussh"]], shows: ["providers/github/webhook.yaml"] },
  { name: "add/invalid-event", files: acme(ACME), steps: [["add", "acme", "--event", "invoice.*"], ["add", "acme", "--event", ""]], shows: [YAML] },
  { name: "add/unknown-scheme", files: acme(ACME), steps: [["add", "acme", "--verification-type", "hmac-sha265"]], shows: [YAML] },
  { name: "add/inline-secret", steps: [["add", "acme", "--event", "sent", "--secret-env", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]], shows: [YAML] },
  { name: "add/two-event-sources", files: acme(ACME), steps: [["add", "acme", "--event-header", "X-Acme-Topic"]], shows: [YAML] },
  { name: "add/yaml-broken", files: acme("webhooks:\n  default:\n    events: [a\n    path: /x\n"), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
  { name: "add/yaml-tabs", files: acme("webhooks:\n  default:\n\tevents: [a]\n"), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
  { name: "add/yaml-anchors", files: acme("webhooks:\n  default: &all\n    event_field: type\n    events: [a]\n  other:\n    <<: *all\n"), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
  { name: "add/yaml-empty", files: acme(""), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
  { name: "add/yaml-list", files: acme("webhooks:\n  - default\n"), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
  { name: "add/yaml-odd", files: acme("webhooks:\n  default:\n    ? events\n    : - a\n"), steps: [["add", "acme", "--event", "b"]], shows: [YAML] },
];
