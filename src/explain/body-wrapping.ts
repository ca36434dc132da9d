import { bodyChange, type Case, type Variant } from "./case.js";

/** Names under which platforms and logs put a body into something else. */
const FIELDS = ["body", "rawBody", "raw_body", "payload", "data", "Body"];

/** A body that stands inside another one: in a platform's event, or as a JSON string. */
export function* bodyWrapping(given: Case): Iterable<Variant> {
  const outer = toJson(given.request.body);
  if (typeof outer === "string") {
    yield variant(given, outer, "is one JSON string that holds the body", "Something called JSON.stringify on a body that was text already: hand the text's bytes over as they came.");
  }
  if (typeof outer !== "object" || outer === null) return;
  for (const field of FIELDS.filter((name) => Object.hasOwn(outer, name))) {
    const inner: unknown = (outer as Readonly<Record<string, unknown>>)[field];
    const where = `is something else, that has the body in its field ${field}`;
    const fix = `Hand over what stands in ${field}: on AWS Lambda, webhookRoutes of "@smart-webhooks/runtime/lambda" takes the whole event.`;
    if (typeof inner === "string") {
      yield variant(given, inner, where, fix);
      yield variant(given, Buffer.from(inner, "base64"), `${where}, in base64`, fix);
    }
    // Node's own form of bytes in JSON.
    const bytes: unknown = (inner as { readonly data?: unknown } | null)?.data;
    if (Array.isArray(bytes) && bytes.every((one) => typeof one === "number")) yield variant(given, Uint8Array.from(bytes), `${where}, as a list of bytes`, fix);
  }
}

function variant(given: Case, body: Uint8Array | string, wrong: string, fix: string): Variant {
  return { change: bodyChange(given, body), cause: { code: "body-wrapped", message: `The captured body ${wrong}: with that alone the signature is right.`, fix } };
}

function toJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
