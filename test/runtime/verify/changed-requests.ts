import * as fc from "fast-check";
import type { Draft } from "../../../src/runtime/testing/draft.js";

/** Where a request can be changed: `method`, `url`, `body`, or a header's name after a colon. */
export type Place = "method" | "url" | "body" | `:${string}`;

/** Every place of a request. */
function placesOf({ headers }: Draft): readonly Place[] {
  return ["method", "url", "body", ...Object.keys(headers).map((name) => `:${name}` as const)];
}

/** The text at a place: of the body, a letter for each byte. */
function textAt(request: Draft, place: Place): string {
  if (place === "body") return Buffer.from(request.body).toString("latin1");
  return place === "method" || place === "url" ? request[place] : (request.headers[place.slice(1)] ?? "");
}

/** A request with another text at a place. */
function withText(request: Draft, place: Place, text: string): Draft {
  if (place === "body") return { ...request, body: Uint8Array.from(Buffer.from(text, "latin1")) };
  if (place === "method" || place === "url") return { ...request, [place]: text };
  return { ...request, headers: { ...request.headers, [place.slice(1)]: text } };
}

/** Each request that is one bit off: eight bits of a byte of the body, seven of a letter elsewhere. */
export function* bitFlips(request: Draft): Generator<{ readonly place: Place; readonly changed: Draft }> {
  for (const place of placesOf(request)) {
    const text = textAt(request, place);
    for (let at = 0; at < text.length; at++) {
      for (let bit = 0; bit < (place === "body" ? 8 : 7); bit++) {
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        yield { place, changed: withText(request, place, text.slice(0, at) + flipped + text.slice(at + 1)) };
      }
    }
  }
}

/** A request with something put in, taken out, written over, doubled or cut off at one place. */
export function edits(request: Draft): fc.Arbitrary<Draft> {
  const letter = fc.oneof(fc.constantFrom(..."=&,;:. +%/?#\"'{}[]\\\t0Aa"), fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)));
  const edit = fc.constantFrom("insert", "delete", "write", "double", "cut", "swap");
  return fc.tuple(fc.constantFrom(...placesOf(request)), edit, fc.nat(), fc.integer({ min: 1, max: 8 }), letter).map(([place, kind, anywhere, length, put]) => {
    const text = textAt(request, place);
    const at = anywhere % (text.length + 1);
    const [before, middle, after] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)];
    const texts = {
      insert: before + put + middle + after,
      delete: before + after,
      write: before + put.repeat(middle.length) + after,
      double: before + middle + middle + after,
      cut: before,
      swap: before + after.slice(0, length) + middle + after.slice(length),
    };
    return withText(request, place, texts[kind]);
  });
}
