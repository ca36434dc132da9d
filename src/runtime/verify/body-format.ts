import { parseForm } from "../form.js";
import { fail } from "../outcome.js";
import { isJsonType, parseJson, type ReadBody } from "../payload.js";
import { headerValue } from "../request.js";
import type { Delivery } from "./delivery.js";

/** What a provider's bodies are, when not JSON of a JSON content type. */
export interface BodyFormat {
  readonly format: "json" | "form" | "form_or_json";
  /** The form field that holds the JSON document. */
  readonly field?: string | undefined;
  read(delivery: Delivery): ReadBody;
}

/** How a provider sends forms. */
export interface FormOptions {
  /** The form field that holds the JSON document; without it, the form's fields are the payload. */
  readonly field?: string;
  /** How a form is read that is not only of the usual kind: `multipart`. */
  readonly read?: (bytes: Uint8Array) => Iterable<readonly [name: string, value: string]>;
}

/** JSON, under whatever content type. */
export const anyJson: BodyFormat = { format: "json", read: ({ body }) => parseJson(body) };

/** A form, under whatever content type: `form({ field: "payload" })`. */
export function form({ field, read = parseForm }: FormOptions = {}): BodyFormat {
  return { format: "form", field, read: ({ body }) => readForm(body, field, read) };
}

/**
 * A form or JSON. Nobody signs the content type, so it does not decide: JSON that holds a `&` read as a form would be other data
 * under the same signature. The body's first byte decides, and the content type must agree.
 */
export function formOrJson({ field }: Pick<FormOptions, "field"> = {}): BodyFormat {
  return {
    format: "form_or_json",
    field,
    read: ({ headers, body }) => {
      const type = headerValue(headers, "content-type");
      const isJson = startsAsJson(body);
      if (type !== undefined) {
        const isDeclaredJson = isJsonType(type);
        if (!isDeclaredJson && !/^application\/x-www-form-urlencoded[ \t]*(?:;|$)/i.test(type)) return fail("content_type_unsupported");
        if (isDeclaredJson !== isJson) return fail("body_malformed", "The body is not what its content type says");
      }
      return isJson ? parseJson(body) : readForm(body, field, parseForm);
    },
  };
}

function startsAsJson(body: Uint8Array): boolean {
  let at = 0;
  while ((body[at] as number) <= 0x20) at++;
  // { [
  return body[at] === 0x7b || body[at] === 0x5b;
}

function readForm(body: Uint8Array, field: string | undefined, read: NonNullable<FormOptions["read"]>): ReadBody {
  try {
    return { payload: field === undefined ? toFields(read(body)) : toDocument(read(body), field) };
  } catch {
    return fail("body_malformed", "The form could not be read");
  }
}

/** @throws SyntaxError for a form that is not the one field with the document, and for a document that is no JSON */
function toDocument([only, another]: Iterable<readonly [name: string, value: string]>, field: string): unknown {
  if (only?.[0] !== field || another) throw new SyntaxError();
  return JSON.parse(only[1]);
}

function toFields(pairs: Iterable<readonly [name: string, value: string]>): unknown {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  // In one pass: a form may hold nothing but names, and as many as fit.
  for (const [name, value] of pairs) {
    const earlier = fields[name];
    if (Array.isArray(earlier)) earlier.push(value);
    else fields[name] = earlier === undefined ? value : [earlier, value];
  }
  return fields;
}
