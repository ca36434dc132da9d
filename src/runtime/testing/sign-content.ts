import { hashBytes, toText } from "#crypto";
import { withoutForm } from "../verify/body-hash.js";
import type { TimestampSource } from "../verify/clock.js";
import { toPieces } from "../verify/content.js";
import { type Draft, withHeader, withSignature, withValue } from "./draft.js";
import { type Signing, toDraftCheck } from "./sign.js";
import { type AnySigned, toSignature } from "./signature.js";

/** A draft with the time, the headers and the signature of a scheme that signs some content. `inItem` when the draft's body is one item of a batch. */
export async function signContent(scheme: AnySigned, draft: Draft, { secret, surroundings }: Signing, inItem = false): Promise<Draft> {
  const time = scheme.timestamp === undefined ? "" : writeTime(scheme.timestamp, surroundings.now);
  let request = draft;
  for (const [name, wanted] of Object.entries(scheme.require ?? {})) {
    const value = typeof wanted === "string" ? wanted : wanted.read(toDraftCheck(draft, surroundings), "");
    if (typeof value === "string") request = withHeader(request, name, value);
  }
  const place = scheme.timestamp?.from;
  if (place) request = withValue(request, place, place.from === "field" && /^\d+$/.test(time) ? Number(time) : time);
  const bodyHash = inItem ? undefined : scheme.bodyHash;
  const isHashed = bodyHash !== undefined && !/urlencoded/.test(request.headers["content-type"] ?? "");
  if (isHashed) request = withValue(request, bodyHash, toText(await hashBytes("sha256", [request.body]), bodyHash.encoding));
  const content = isHashed ? withoutForm(scheme.content) : scheme.content;
  const pieces = toPieces(content, toDraftCheck(request, surroundings), time);
  if (typeof pieces === "string") throw new TypeError(`The request cannot be signed (${pieces}): give the handler publicUrl, params and the headers that this provider signs`);
  return withSignature(request, scheme.signature, await toSignature(scheme, pieces, secret), time);
}

function writeTime({ unit }: TimestampSource, now: number): string {
  if (unit === "iso8601") return new Date(now).toISOString();
  return String(unit === "seconds" ? Math.floor(now / 1000) : now);
}
