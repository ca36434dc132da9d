import { headerValue } from "../request.js";
import type { Check, Refusal } from "./delivery.js";
import type { Encoding } from "./decode.js";
import type { SignatureSource, WrittenForm, WrittenSignatures } from "./sources.js";

/** Signatures in any of several headers. */
export interface HeadersSource extends SignatureSource {
  readonly from: "headers";
  /** Lower case; with `{n}` for a number. */
  readonly names: readonly string[];
  readonly prefix: string;
}

/** Signatures in a list that one header holds. */
export interface ListSource extends SignatureSource {
  readonly from: "list";
  readonly name: string;
  readonly separator: string;
  readonly prefix: string;
}

/** Signatures among `name=value` pairs of one header, and perhaps the time. */
export interface PairsSource extends SignatureSource {
  readonly from: "pairs";
  readonly name: string;
  readonly separator: string;
  readonly signature: string;
  readonly timestamp: string | undefined;
}

/** More candidates than any provider's rotation needs are an attempt to make us work. */
const MOST_SIGNATURES = 20;

/** A signature in any of several headers: `headers(["box-signature-primary", "box-signature-secondary"])`. `{n}` stands for a number. */
export function headers(names: readonly string[], { prefix = "", encoding = "hex" }: WrittenForm = {}): HeadersSource {
  const lower = names.map((name) => name.toLowerCase());
  const read = (check: Check): WrittenSignatures | Refusal => {
    const present = lower.flatMap((name) => (name.includes("{n}") ? numbered(check, name) : [headerValue(check.delivery.headers, name)]));
    const values = present.filter((value) => value !== undefined && value !== "") as readonly string[];
    return values.length === 0 ? "signature_missing" : candidates(values, prefix);
  };
  return { from: "headers", names: lower, prefix, encoding, read };
}

/** Signatures in a list: `list("webhook-signature", { separator: " ", prefix: "v1,", encoding: "base64" })`. Others in it are passed over. */
export function list(name: string, { separator, prefix = "", encoding = "hex" }: WrittenForm & { readonly separator: string }): ListSource {
  const lower = name.toLowerCase();
  const read = ({ delivery }: Check): WrittenSignatures | Refusal => {
    const value = headerValue(delivery.headers, lower);
    return value === undefined || value === "" ? "signature_missing" : candidates(split(value, separator), prefix);
  };
  return { from: "list", name: lower, separator, prefix, encoding, read };
}

/** Options of `pairs`: the names of the pairs that count. */
export interface PairsOptions {
  readonly signature: string;
  readonly timestamp?: string;
  /** `,` unless told. */
  readonly separator?: string;
  readonly encoding?: Encoding;
}

/** Signatures among pairs: `pairs("stripe-signature", { signature: "v1", timestamp: "t" })`. Two times are refused: which one was signed? */
export function pairs(name: string, { signature, timestamp, separator = ",", encoding = "hex" }: PairsOptions): PairsSource {
  const lower = name.toLowerCase();
  const read = ({ delivery }: Check): WrittenSignatures | Refusal => {
    const value = headerValue(delivery.headers, lower);
    if (value === undefined || value === "") return "signature_missing";
    const items = split(value, separator);
    const found = candidates(items, `${signature}=`);
    if (typeof found === "string" || timestamp === undefined) return found;
    const [time, another] = items.filter((item) => item.startsWith(`${timestamp}=`));
    return another === undefined ? { ...found, time: time?.slice(timestamp.length + 1) } : "timestamp_malformed";
  };
  return { from: "pairs", name: lower, separator, signature, timestamp, encoding, read };
}

function split(value: string, separator: string): readonly string[] {
  return value.split(separator).map((item) => item.trim());
}

function numbered({ delivery }: Check, pattern: string): readonly (string | undefined)[] {
  const [start = "", end = ""] = pattern.split("{n}");
  const names = Object.keys(delivery.headers).filter((name) => name.startsWith(start) && name.endsWith(end));
  return names
    .filter((name) => /^\d{1,3}$/.test(name.slice(start.length, name.length - end.length)))
    .map((name) => headerValue(delivery.headers, name));
}

function candidates(items: readonly string[], prefix: string): WrittenSignatures | Refusal {
  const texts = items.filter((item) => item !== "" && item.startsWith(prefix)).map((item) => item.slice(prefix.length));
  return texts.length === 0 || texts.length > MOST_SIGNATURES ? "signature_malformed" : { texts };
}
