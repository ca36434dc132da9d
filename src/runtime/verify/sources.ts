import { headerValue } from "../request.js";
import type { EventHeaders } from "../event.js";

/** A value that stands in a header. */
export interface HeaderSource {
  readonly from: "header";
  /** Lower case. */
  readonly name: string;
  /** Text before the value, required exactly: `sha256=`. */
  readonly prefix: string;
  readonly encoding: SignatureEncoding;
}

/** How a signature's bytes are written. */
export type SignatureEncoding = "hex" | "base64" | "base64url";

/** A value that stands in the parsed body. */
export interface FieldSource {
  readonly from: "field";
  readonly path: readonly string[];
}

/** A value that is always the same: a webhook of one event. */
export interface ConstantSource {
  readonly from: "constant";
  readonly value: string;
}

/** The value of a header: `header("x-hub-signature-256", { prefix: "sha256=" })`. `encoding` is hex unless told. */
export function header(
  name: string,
  options: { readonly prefix?: string; readonly encoding?: SignatureEncoding } = {},
): HeaderSource {
  const { prefix = "", encoding = "hex" } = options;
  return { from: "header", name: name.toLowerCase(), prefix, encoding };
}

/** The value of a body field by its dotted path: `field("data.object.id")`. */
export function field(path: string): FieldSource {
  return { from: "field", path: path.split(".") };
}

/** The same value for every delivery: `constant("incoming_message")`. */
export function constant(value: string): ConstantSource {
  return { from: "constant", value };
}

/** The text of a header source without its prefix; undefined when the header or its prefix is not there. */
export function readHeader(source: HeaderSource, headers: EventHeaders): string | undefined {
  const value = headerValue(headers, source.name);
  if (value === undefined || !value.startsWith(source.prefix)) return undefined;
  return value.slice(source.prefix.length);
}

/** What stands at a field's path: own properties only, so that `constructor` finds nothing. */
export function readField(source: FieldSource, payload: unknown): unknown {
  let value = payload;
  for (const key of source.path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
