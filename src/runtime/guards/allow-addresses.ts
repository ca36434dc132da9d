import type { WebhookExtension } from "../extension.js";
import { fail } from "../outcome.js";
import { headerValue, toEventHeaders, type WebhookRequest } from "../request.js";

/** Where the sender's address is found. */
export interface AddressOptions {
  /** How many proxies of your own stand in front: each adds the address it was called from to `X-Forwarded-For`. None unless told. */
  readonly proxies?: number;
}

/**
 * Lets in only requests from these addresses and ranges (`192.30.252.0/22`, `2a0a:a440::/29`), before anything is read. One whose address
 * is not known stays out. It stands beside the signature, never in its place.
 *
 * @throws TypeError for what is no address and no range
 */
export function allowAddresses(ranges: readonly string[], { proxies = 0 }: AddressOptions = {}): WebhookExtension {
  const allowed = ranges.map(parseRange);
  return {
    admit: (request) => {
      const address = parseAddress(senderOf(request, proxies) ?? "");
      if (address !== undefined && allowed.some(({ start, size }) => address >= start && address < start + size)) return undefined;
      return fail("address_not_allowed", address === undefined ? "The sender's address is not known" : "The sender's address is not among those allowed");
    },
  };
}

/** From the right: what stands further to the left, the sender may have written. */
function senderOf({ remoteAddress, headers }: WebhookRequest, proxies: number): string | undefined {
  if (proxies === 0) return remoteAddress;
  return headerValue(toEventHeaders(headers), "x-forwarded-for")?.split(",").at(-proxies)?.trim();
}

interface Range {
  readonly start: bigint;
  readonly size: bigint;
}

function parseRange(range: string): Range {
  const [address = "", length, more] = range.split("/");
  const start = parseAddress(address);
  // IPv4 addresses stand in the last 32 bits of one part of IPv6.
  const bits = address.includes(":") ? 128 : 32;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : NaN;
  if (start === undefined || more !== undefined || !(prefix <= bits)) throw new TypeError(`"${range}" is no IP address and no range of them`);
  const size = 1n << BigInt(bits - prefix);
  return { start: start - (start % size), size };
}

/** An address as a number of 128 bits, IPv4 mapped into IPv6 (RFC 4291, 2.5.5.2), since servers that listen to both write it so. */
function parseAddress(text: string): bigint | undefined {
  if (!text.includes(":")) return mapped(text);
  const [, head = text, last] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const tail = last === undefined ? undefined : mapped(last);
  if (last !== undefined && tail === undefined) return undefined;
  const words = tail === undefined ? text : `${head}${((tail >> 16n) & 0xffffn).toString(16)}:${(tail & 0xffffn).toString(16)}`;
  const [left = "", right, more] = words.split("::");
  const [before, after] = [left, right ?? ""].map((part) => (part === "" ? [] : part.split(":"))) as [string[], string[]];
  const missing = 8 - before.length - after.length;
  if (more !== undefined || (right === undefined ? missing !== 0 : missing < 1)) return undefined;
  const all = [...before, ...Array.from({ length: missing }, () => "0"), ...after];
  if (!all.every((word) => /^[\da-f]{1,4}$/i.test(word))) return undefined;
  return BigInt(`0x${all.map((word) => word.padStart(4, "0")).join("")}`);
}

function mapped(text: string): bigint | undefined {
  const parts = text.split(".");
  // No leading zeros: some systems read them as octal.
  if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return undefined;
  return parts.reduce((sum, part) => (sum << 8n) + BigInt(part), 0xffffn);
}
