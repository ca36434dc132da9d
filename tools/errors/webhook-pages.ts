import { acme, type ErrorPage, yaml } from "./error-page.js";

/** Codes of what a webhook.yaml says of a webhook, but for its signature. */
export const webhookPages: Readonly<Record<string, ErrorPage>> = {
  "missing-webhooks": {
    means: "A `webhook.yaml` has no `webhooks:`, or nothing under it.",
    fix: "Add `webhooks:` and a webhook called `default` under it.",
    example: yaml("docs: https://example.com\n"),
  },
  "missing-events": {
    means: "A webhook lists no events. The list is the methods that the generated class has, so there is no wildcard.",
    fix: "Add `events: [invoice.paid, …]`.",
    example: acme({ events: undefined }),
  },
  "missing-event-source": {
    means: "Nothing says where a request tells its event.",
    fix: "Add `event_header` (a header), `event_field` (a path in the body), `event_key` (the body's own key), or `event` when the webhook delivers one kind only.",
    example: acme({ event_field: undefined }),
  },
  "conflicting-keys": {
    means: "Two keys say the same thing in two ways, and only one can be right: the event is read from two places, a signature stands in a header and in the body.",
    fix: "Keep the one that the provider documents.",
    example: acme({ event_header: "X-Acme-Event" }),
  },
  "duplicate-event": {
    means: "An event is listed twice in one webhook.",
    fix: "Remove one of the two.",
    example: acme({ events: "[invoice.paid, invoice.paid]" }),
  },
  "event-collision": {
    means: "Two events differ in capitals only. Their files and types would be one where case does not count.",
    fix: "Keep the one that the provider sends. If it really sends both, put them into two webhooks.",
    example: acme({ events: "[invoice.paid, Invoice.Paid]" }),
  },
  "invalid-event-name": {
    means: "An event's name has a character that no name on the wire has, or one with a meaning of its own (`*`, a comma).",
    fix: "Write the event exactly as the provider sends it. There are no patterns.",
    example: acme({ events: '["invoice.*"]' }),
  },
  "invalid-method": {
    means: "The method of an entry `{ name, method }` is not one that a class can have for an event.",
    fix: "Begin with `on` and a capital: `onInvoicePaid`.",
    example: acme({ events: "[{ name: invoice.paid, method: invoicePaid }]" }),
  },
  "invalid-webhook-name": {
    means: "A webhook's name becomes a file and a part of a class's name. `handler`, `payloads` and `samples` are files already.",
    fix: "Use small letters, digits and `_`, beginning with a letter.",
    example: yaml("webhooks:\n  payloads:\n    events: [a]\n"),
  },
  "invalid-provider-name": {
    means: "A provider's name is its folder's: anything but small letters, digits and dashes could lead out of it.",
    fix: "Rename the folder, or correct the name on the command line.",
    example: { run: "validate ../acme" },
  },
  "invalid-path": {
    means: "A webhook's path must begin with `/` and be plain: no query, no `..`, no pattern.",
    fix: "Write it as requests have it: `/webhooks/acme`.",
    example: acme({ path: "webhooks/acme?x=1" }),
  },
  "duplicate-path": {
    means: "One webhook lists a path twice.",
    fix: "Remove one of the two.",
    example: acme({ path: "[/webhooks/acme, /webhooks/acme]" }),
  },
  "path-conflict": {
    means: "Two webhooks of a provider have the same path. A request could not be told to belong to one of them.",
    fix: "Give each its own, or leave `path` out: a named webhook then has `/webhooks/<provider>/<name>`.",
    example: yaml("webhooks:\n  default: { path: /hook, event: a, events: [a], verification_type: token, signature_header: X-Token }\n  second: { path: /hook, events: [a] }\n"),
  },
  "invalid-docs": {
    means: "`docs` is printed as a link, so it must be an address of the web without user and password.",
    fix: "Write an address that begins with `https://`.",
    example: acme({ docs: "acme.example/docs" }),
  },
  "invalid-name": {
    means: "A name (of the provider, a parameter, a pair, a query's parameter) has characters that it cannot have.",
    fix: "The hint says which it can have.",
    example: acme({ parameters: '{ "web hook": ACME_WEBHOOK_ID }' }),
  },
  "invalid-text": {
    means: "A text that is only told to people, or sent as an answer, is too long or has a line break.",
    fix: "Shorten it to what the hint says.",
    example: acme({ retries: `${"again ".repeat(40).trim()}` }),
  },
  "invalid-content-type": {
    means: "The `content_type` of an acknowledgement is not a media type.",
    fix: "Write one such as `text/xml` or `text/plain; charset=utf-8`.",
    example: acme({ acknowledgement: "{ body: ok, content_type: xml }" }),
  },
  "invalid-header-name": {
    means: "A header's name has a character that HTTP does not allow there, or is a header that others set (`host`, `content-length`).",
    fix: "Write the name alone, without a colon or a value.",
    example: acme({ event_field: undefined, event_header: '"X-Acme-Event:"' }),
  },
  "invalid-field-name": {
    means: "The name of a form field is empty, too long, or an inherited name such as `__proto__`.",
    fix: "Write the field that the provider documents.",
    example: acme({ form_field: "__proto__" }),
  },
  "invalid-field-path": {
    means: "A path into the body is not a row of plain keys parted by dots.",
    fix: "Write `data.object.type`. Brackets and `__proto__` are refused.",
    example: acme({ event_field: "data[0].type" }),
  },
  "invalid-items-path": {
    means: "The path of a list does not end in `[]`, or has more than one list on the way.",
    fix: "Write `events[]`, `data.items[]`, or `[]` when the body itself is the list.",
    example: acme({ batch: "events" }),
  },
  "invalid-api-version": {
    means: "`api_version` is not a word that could be a version.",
    fix: 'Write it in quotes, as the provider calls it: `"2026-01"`.',
    example: acme({ api_version: '"../x"' }),
  },
  "unknown-api-version": {
    means: "The package has no schemas of the version that `api_version` names.",
    fix: "Take one that the hint lists, or leave `api_version` out for the newest.",
    example: { run: "validate shopify", files: { "providers/shopify/webhook.yaml": 'webhooks:\n  default:\n    api_version: "2019-07"\n' } },
  },
  "invalid-shape": {
    means: "`shape` must name top-level keys of the event's body, each once.",
    fix: "Write `shape: { invoice.paid: [id, amount] }`.",
    example: acme({ shape: "{ invoice.paid: [id, id] }" }),
  },
  "unknown-parameter": {
    means: "Something reads a parameter that `parameters` does not define, so it would always be missing.",
    fix: "Add it: `parameters: { webhookId: ACME_WEBHOOK_ID }`, the variable that holds its value.",
    example: acme({ required_headers: '{ X-Acme-App: "{parameter:app}" }' }),
  },
  "invalid-handshake": {
    means: "A handshake does not say completely what tells it, or what it is answered.",
    fix: "Give it `when` and `reply`. One that is signed must compare with a value, as an event may have the same key. [Writing a provider](../writing-a-provider.md) has examples.",
    example: acme({ handshakes: "[{ when: { field: challenge }, reply: {} }]" }),
  },
  "invalid-host": {
    means: "A host whose certificates or URLs are trusted is not the name of one host. A pattern in the wrong place would trust somebody else's.",
    fix: "Write it out: `api.acme.example`. A `*` may stand for one label in the middle, never for the last two.",
    example: acme({ handshakes: '[{ when: { field: type, equals: ping }, visit: { field: url, hosts: ["*"] }, reply: { status: 200 } }]' }),
  },
  "unverified-webhook": {
    means: "A webhook says `verify_signature: false`. Everybody who knows its address can send it events, and `event.verified` is false.",
    fix: "Remove the line as soon as the provider signs. Until then treat what comes as a hint, and ask the provider's API.",
    example: acme({ verification_type: "none", signature_header: undefined, verify_signature: "false" }),
  },
  "none-needs-verify-false": {
    means: "`verification_type: none` alone could be a slip. That nothing is verified must be said twice.",
    fix: "Add `verify_signature: false`, or name the scheme.",
    example: acme({ verification_type: "none", signature_header: undefined }),
  },
  "unknown-provider": {
    means: "There is no provider of this name, neither in the package nor in your `./providers`.",
    fix: 'Run "smart-webhooks list" for the names there are. Your own stands in `providers/<name>/webhook.yaml`; `--providers-dir` says where.',
    example: { run: "generate gihub" },
  },
  "unknown-webhook": {
    means: "The provider has no webhook of this name, or has it no more and a generated file was made of it.",
    fix: "Take a name that the hint lists. Where a file keeps the old name, say `--webhook all` once.",
    example: { run: "generate github --webhook releases" },
  },
  "unknown-event": {
    means: "The webhook does not list this event: on the command line, in a file that was generated with it, or in `event_map` or `shape`.",
    fix: 'Take the name the hint gives, or one of `smart-webhooks info <provider>`. An event of yours is added to `events` in the YAML.',
    example: { run: "generate github --events merge" },
  },
  "unknown-action": {
    means: "The event has no action of this name in the provider's schemas.",
    fix: "Take a name that the hint lists. One that is new at the provider arrives in `onUnknownEvent` all the same.",
    example: { run: "generate github --events pull_request.merged" },
  },
  "event-without-schema": {
    means: "`validate --strict` found events whose payload is `unknown`, as no schema describes them.",
    fix: 'Write `schemas/<provider>/<event>.schema.json`, by hand or with "smart-webhooks infer" from payloads that you captured.',
    example: acme({}, { run: "validate acme --strict" }),
  },
  "id-not-signed": {
    means: "`validate --strict` found a webhook that knows deliveries by an id nobody signed, and signs no time. Whoever saw one delivery can send it again under another id, and it is handled again.",
    fix: 'Give the handler `replay: "strict"`, which also remembers what was signed. Or leave `delivery_id_header` out: a delivery is known by its body then.',
    example: acme({ delivery_id_header: "X-Acme-Delivery" }, { run: "validate acme --strict" }),
  },
};
