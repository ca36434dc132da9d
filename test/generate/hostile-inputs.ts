import * as fc from "fast-check";
import { stringify } from "yaml";

/** Texts that have broken generators before, and any text at all. */
const nasty = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(
    "*/ globalThis.__SWH_PWNED = 1; /*", "`${globalThis.__SWH_PWNED = 1}`", '"; globalThis.__SWH_PWNED = 1; "', "'; globalThis.__SWH_PWNED = 1; '",
    "\u2028globalThis.__SWH_PWNED = 1", "\\", "\\u0022", "//", "-->", "@ts-ignore", "__proto__", "constructor", "prototype", "then", "toString",
    "404", "", " ", "a.b", "a/b", "a b", "é", "ﬁ", "İ", "ß", "💩", "\ud800", "\u202e", "\u200b", "\ufeff", "*", "default", "class", "any", "null",
    "Object", "Promise", "Partial", "WebhookEvent", "Event", "event", "unknown", "push", "Push", "PUSH", "a__b", "a-b", "onPush", "$", "${x}", "#", "%00", "\0",
    "]", "}", "{", "];", "})", "<script>", "import('node:fs')", "string", "User", "user", "user2", "1user", "x".repeat(300),
  ) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  { weight: 3, arbitrary: fc.stringMatching(/^[a-z][a-z_.]{0,8}$/) },
);

const json = fc.jsonValue({ maxDepth: 2 });
const reference = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("#", "#/definitions/a", "#/definitions/b", "#/definitions/c", "other.json", "other.json#/definitions/a") },
  { weight: 1, arbitrary: fc.constantFrom("http://example.com/x", "file:///etc/passwd", "../x.json", "/etc/passwd", "#/nowhere", "%2e%2e/x.json", "#/definitions/%61") },
);

/** JSON Schemas, mostly sound, with hostile text wherever text can stand, and keywords of other tools. */
export const schemas: fc.Arbitrary<object> = fc.letrec<{ schema: unknown }>((tie) => {
  const list = fc.array(tie("schema"), { minLength: 1, maxLength: 3 });
  const map = fc.dictionary(nasty, tie("schema"), { maxKeys: 4 });
  const part = fc.oneof(
    { maxDepth: 4, depthIdentifier: "schema" },
    fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean", "null", "object", "array") }),
    fc.record({ type: fc.array(fc.constantFrom("string", "integer", "null", "object", "array"), { maxLength: 3 }) }),
    fc.record({ enum: fc.array(fc.oneof(nasty, json), { maxLength: 4 }) }),
    fc.record({ const: fc.oneof(nasty, json) }),
    fc.record({ $ref: reference }),
    fc.record({ properties: map, required: fc.array(nasty, { maxLength: 3 }), additionalProperties: fc.oneof(fc.boolean(), tie("schema")) }, { requiredKeys: ["properties"] }),
    fc.record({ type: fc.constant("array"), items: fc.oneof(tie("schema"), list), minItems: fc.nat(), maxItems: fc.nat() }, { requiredKeys: ["type"] }),
    fc.record({ allOf: list }),
    fc.record({ anyOf: list }),
    fc.record({ oneOf: list, properties: map }, { requiredKeys: ["oneOf"] }),
    fc.record({ patternProperties: map, not: tie("schema"), if: tie("schema") }, { requiredKeys: [] }),
    fc.boolean(),
    json,
  );
  const notes = fc.record(
    { title: nasty, description: nasty, tsType: nasty, tsEnumNames: fc.array(nasty), default: json, examples: json, format: nasty, pattern: nasty, $id: nasty, deprecated: fc.boolean(), nullable: fc.boolean(), minLength: fc.integer(), minimum: fc.double(), multipleOf: fc.double() },
    { requiredKeys: [] },
  );
  return { schema: fc.tuple(part, notes).map(([schema, more]) => (isObject(schema) ? { ...more, ...schema } : schema)) };
}).schema.chain((schema) =>
  fc.record({ a: fc.anything({ maxDepth: 1 }), b: fc.constant({ type: "string" }), c: fc.constant({ properties: { c: { $ref: "#/definitions/c" } } }) }, { requiredKeys: [] })
    .map((definitions) => ({ ...(isObject(schema) ? schema : { anyOf: [schema] }), definitions })),
);

/** The text of a `webhook.yaml`: mostly of the right form, with hostile values, sometimes with a line broken. */
export const yamls: fc.Arbitrary<string> = fc
  .record({
    events: fc.oneof({ weight: 9, arbitrary: fc.array(fc.oneof({ weight: 4, arbitrary: nasty }, fc.record({ name: nasty, method: fc.oneof(nasty, fc.constant("onThis")) })), { minLength: 1, maxLength: 4 }) }, json),
    webhook: fc.oneof({ weight: 9, arbitrary: fc.constantFrom("default", "other") }, nasty),
    more: fc.record(
      { path: nasty.map((text) => `/${text}`), signature_prefix: nasty, event_header: nasty, event_field: nasty, action_field: nasty, delivery_id_field: nasty, docs: nasty, event_map: fc.dictionary(nasty, nasty, { maxKeys: 2 }), shape: fc.dictionary(nasty, fc.array(nasty, { maxLength: 2 }), { maxKeys: 2 }), verify_signature: fc.boolean(), signing_secret_env: nasty },
      { requiredKeys: [] },
    ),
    // Most hostile keys are refused at once: few at a time let the rest through.
    kept: fc.subarray(["path", "signature_prefix", "event_field", "action_field", "shape", "event_map", "docs"], { maxLength: 2 }),
    line: fc.option(fc.tuple(fc.nat(12), nasty), { freq: 8 }),
  })
  .map(({ events, webhook, more, kept, line }) => {
    const chosen = Object.fromEntries(Object.entries(more).filter(([key]) => kept.includes(key)));
    const base = { signing_secret_env: "ACME_SECRET", verification_type: "hmac_sha256", signature_header: "X-Sig", ...("event_field" in chosen ? {} : { event_header: "X-Event" }) };
    const lines = stringify({ webhooks: { [webhook]: { ...base, ...chosen, events } } }).split("\n");
    if (line) lines.splice(line[0], 0, line[1]);
    return lines.join("\n");
  });

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
