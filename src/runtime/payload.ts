import { type Failure, fail, isFailure } from "./outcome.js";
import { headerValue } from "./request.js";
import type { WebhookSpec } from "./spec.js";
import type { Delivery } from "./verify/delivery.js";
import { parseForm } from "./form.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The body as data: JSON, or a form's fields. */
function readPayload(spec: BodySpec, delivery: Delivery): { readonly payload: unknown } | Failure {
  const format = formatOf(spec, delivery);
  if (isFailure(format)) return format;
  try {
    return { payload: format.isForm ? fromForm(spec, (spec.readForm ?? parseForm)(delivery.body)) : JSON.parse(utf8.decode(delivery.body)) };
  } catch {
    // The parser's own message quotes the payload, so it is left out.
    return fail("body_malformed", format.isForm ? "The form could not be read" : "The body is not JSON in UTF-8");
  }
}

/** What a spec says of the body. */
export type BodySpec = Pick<WebhookSpec, "bodyFormat" | "formField" | "readForm">;

/** Reads the body once, when it is first asked for. */
export type ReadPayload = () => { readonly payload: unknown } | Failure;

/** A body that is read when its turn comes: some schemes look into it, most deliveries are refused before. */
export function lazyPayload(spec: BodySpec, delivery: Delivery): ReadPayload {
  let found: ReturnType<ReadPayload> | undefined;
  return () => (found ??= readPayload(spec, delivery));
}

/** Whether a body has the top-level keys its event must have: an unsigned event name could lie about it. */
export function hasShape(spec: WebhookSpec, type: string, payload: unknown): boolean {
  const keys = spec.shape && Object.hasOwn(spec.shape, type) ? spec.shape[type] : undefined;
  if (keys === undefined) return true;
  if (typeof payload !== "object" || payload === null) return false;
  return keys.every((key) => Object.hasOwn(payload, key));
}

/**
 * What the body is. Nobody signs the content type, so it never decides between JSON and a form: JSON that holds a `&` read as
 * a form would be other data under the same signature. The spec decides, or where a provider sends both, the body's first byte.
 */
function formatOf({ bodyFormat, formField }: BodySpec, { headers, body }: Delivery): { readonly isForm: boolean } | Failure {
  if (bodyFormat === "json" || bodyFormat === "form") return { isForm: bodyFormat === "form" };
  const sendsForms = bodyFormat === "form_or_json" || formField !== undefined;
  const isForm = sendsForms && !startsAsJson(body);
  const declared = headerValue(headers, "content-type")?.split(";", 1)[0]?.trim().toLowerCase();
  // Without a type the signature has told enough.
  if (declared === undefined) return { isForm };
  const isDeclaredForm = declared === FORM_TYPE;
  if (isDeclaredForm ? !sendsForms : !/^application\/(?:[a-z\d.!#$&^_+-]+\+)?json$/.test(declared)) return fail("content_type_unsupported");
  return isDeclaredForm === isForm ? { isForm } : fail("body_malformed", "The body is not what its content type says");
}

const FORM_TYPE = "application/x-www-form-urlencoded";

function startsAsJson(body: Uint8Array): boolean {
  const first = body.find((byte) => byte > 0x20);
  // { [
  return first === 0x7b || first === 0x5b;
}

function fromForm({ formField }: BodySpec, form: Iterable<readonly [name: string, value: string]>): unknown {
  if (formField !== undefined) {
    const [only, ...others] = form;
    if (only?.[0] !== formField || others.length > 0) throw new SyntaxError("The form is not the one field with the document");
    return JSON.parse(only[1]);
  }
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  // In one pass: a form may hold nothing but names, and as many as fit.
  for (const [name, value] of form) {
    const earlier = fields[name];
    if (Array.isArray(earlier)) earlier.push(value);
    else fields[name] = earlier === undefined ? value : [earlier, value];
  }
  return fields;
}
