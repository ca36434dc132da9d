import { type Failure, fail } from "./outcome.js";
import { headerValue } from "./request.js";
import type { WebhookSpec } from "./spec.js";
import type { Delivery } from "./verify/delivery.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** The body as data: JSON, or a form's fields. */
function readPayload(spec: BodySpec, delivery: Delivery): { readonly payload: unknown } | Failure {
  const type = spec.bodyFormat ?? mediaType(headerValue(delivery.headers, "content-type"));
  if (type === "unsupported") return fail("content_type_unsupported");
  try {
    const text = utf8.decode(delivery.body);
    return { payload: type === "form" ? fromForm(spec, text) : JSON.parse(text) };
  } catch {
    // The parser's own message quotes the payload, so it is left out.
    return fail("body_malformed", type === "form" ? "The form could not be read" : "The body is not JSON in UTF-8");
  }
}

/** What a spec says of the body. */
export type BodySpec = Pick<WebhookSpec, "bodyFormat" | "formField">;

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

function mediaType(contentType: string | undefined): "json" | "form" | "unsupported" {
  // Without a type the signature has told enough: JSON is what all but forms are.
  if (contentType === undefined) return "json";
  const type = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "application/x-www-form-urlencoded") return "form";
  return /^application\/(?:[a-z\d.!#$&^_+-]+\+)?json$/.test(type) ? "json" : "unsupported";
}

function fromForm(spec: BodySpec, text: string): unknown {
  const form = new URLSearchParams(text);
  if (spec.formField !== undefined) {
    const [document, ...others] = form.getAll(spec.formField);
    if (document === undefined || others.length > 0) throw new SyntaxError("The form holds no single document");
    return JSON.parse(document);
  }
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name);
    fields[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return fields;
}
