import { headerValue } from "../request.js";
import type { Check, Delivery, Refusal } from "./delivery.js";
import type { Encoding } from "./decode.js";

/** Signatures as written, before decoding, and the time that stands beside them. */
export interface WrittenSignatures {
  readonly texts: readonly string[];
  readonly time?: string | undefined;
}

/** Where signatures stand in a request, and how they are written. */
export interface SignatureSource {
  readonly encoding: Encoding;
  /** Tells the sources apart, for the signing side. */
  readonly from: string;
  read(check: Check): WrittenSignatures | Refusal;
}

/** Where a value of a request stands, or how it is made of others. */
export interface Source {
  /** Tells the sources apart, for the signing side. */
  readonly from: string;
  /** The value, of its JSON type where it is the body's; undefined where there is none. */
  get(check: Check): unknown;
}

/** How a value is written: text before it, required exactly (`sha256=`), and its encoding, hex unless told. */
export interface WrittenForm {
  readonly prefix?: string;
  readonly encoding?: Encoding;
}

/** A value that stands in a header. */
export interface HeaderSource extends SignatureSource, Source {
  readonly from: "header";
  /** Lower case. */
  readonly name: string;
  readonly prefix: string;
}

/** A value that stands in the parsed body. */
export interface FieldSource extends SignatureSource, Source {
  readonly from: "field";
  readonly path: readonly string[];
  readonly prefix: string;
}

/** A value that stands in the URL's query. */
export interface QuerySource extends SignatureSource, Source {
  readonly from: "query";
  readonly name: string;
  readonly prefix: string;
}

/** A value that is always the same: a webhook of one event. */
export interface ConstantSource extends Source {
  readonly from: "constant";
  readonly value: string;
}

/** Where a value stands that is not a constant. */
export type ValueSource = HeaderSource | FieldSource | QuerySource;

/** The value of a header: `header("x-hub-signature-256", { prefix: "sha256=" })`. */
export function header(name: string, { prefix = "", encoding = "hex" }: WrittenForm = {}): HeaderSource {
  const lower = name.toLowerCase();
  const read = ({ delivery }: Check): WrittenSignatures | Refusal => single(headerValue(delivery.headers, lower), prefix);
  const get = ({ delivery }: Check): string | undefined => withoutPrefix(headerValue(delivery.headers, lower), prefix);
  return { from: "header", name: lower, prefix, encoding, read, get };
}

/** The value of a body field by its dotted path: `field("data.object.id")`. */
export function field(path: string, { prefix = "", encoding = "hex" }: WrittenForm = {}): FieldSource {
  const keys = path.split(".");
  const read = (check: Check): WrittenSignatures | Refusal => single(asText(atPath(keys, check.payload())), prefix);
  const get = (check: Check): unknown => atPath(keys, check.payload());
  return { from: "field", path: keys, prefix, encoding, read, get };
}

/** The value of a query parameter, which must stand there once: `query("signature")`. */
export function query(name: string, { prefix = "", encoding = "hex" }: WrittenForm = {}): QuerySource {
  const read = ({ delivery }: Check): WrittenSignatures | Refusal => single(queryValue(delivery, name), prefix);
  const get = ({ delivery }: Check): string | undefined => withoutPrefix(queryValue(delivery, name), prefix);
  return { from: "query", name, prefix, encoding, read, get };
}

/** The same value for every delivery: `constant("incoming_message")`. */
export function constant(value: string): ConstantSource {
  return { from: "constant", value, get: () => value };
}

/** What stands at a path of keys; undefined where it leads nowhere. */
export function atPath(path: readonly string[], payload: unknown): unknown {
  let value = payload;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/** A scalar as the provider's own code would write it into what is signed; undefined for the rest. */
export function asText(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}

/** A query parameter, undefined when it is missing or there are several. */
export function queryValue({ url }: Delivery, name: string): string | undefined {
  const start = url.indexOf("?");
  const values = start < 0 ? [] : new URLSearchParams(url.slice(start + 1)).getAll(name);
  return values.length === 1 ? values[0] : undefined;
}

function withoutPrefix(value: string | undefined, prefix: string): string | undefined {
  return value?.startsWith(prefix) ? value.slice(prefix.length) : undefined;
}

function single(value: string | undefined, prefix: string): WrittenSignatures | Refusal {
  if (value === undefined || value === "") return "signature_missing";
  return value.startsWith(prefix) ? { texts: [value.slice(prefix.length)] } : "signature_malformed";
}
