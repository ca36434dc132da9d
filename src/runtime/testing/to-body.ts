import type { WebhookSpec } from "../spec.js";
import type { Scheme } from "../verify/delivery.js";
import type { SignatureSource } from "../verify/sources.js";
import { type Draft, toBytes } from "./draft.js";

type Written = Pick<Draft, "headers" | "body">;

/** A payload as the provider writes it: JSON, a form's fields, or JSON in a form's field. A text is sent as it is. */
export function toBody({ bodyFormat, verify }: WebhookSpec, payload: unknown): Written {
  const { format = "json", field } = bodyFormat ?? {};
  const isForm = format === "form" || (format === "form_or_json" && field === undefined);
  const headers = { "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" };
  if (typeof payload === "string") return { headers, body: toBytes(payload) };
  const document = toBytes(JSON.stringify(payload));
  if (!isForm || (field !== undefined && signsInside(verify))) return { headers, body: document };
  return { headers, body: field === undefined ? toForm(Object.entries(payload as object)) : inField(field, document) };
}

/** The body once it is signed: a document that is signed inside is put into its field only now. */
export function wrapped({ bodyFormat, verify }: WebhookSpec, body: Uint8Array): Uint8Array {
  const { format, field } = bodyFormat ?? {};
  return format === "form" && field !== undefined && signsInside(verify) ? inField(field, body) : body;
}

function signsInside(scheme: Scheme): boolean {
  return (scheme as { readonly signature?: SignatureSource }).signature?.from === "field";
}

function inField(name: string, document: Uint8Array): Uint8Array {
  return toForm([[name, new TextDecoder().decode(document)]]);
}

function toForm(fields: readonly (readonly [name: string, value: unknown])[]): Uint8Array {
  const pairs = fields.flatMap(([name, value]) => [value].flat().map((one: unknown): [string, string] => [name, String(one)]));
  return toBytes(new URLSearchParams(pairs).toString());
}
