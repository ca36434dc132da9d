import type { Delivery } from "./delivery.js";

/** A part of the signed content that is taken from the delivery. */
export interface ContentPart {
  readonly part: "body" | "timestamp";
}

/** What is signed, in order: literal text and parts of the delivery. */
export type SignedContent = readonly (string | ContentPart)[];

/** The body's exact bytes. */
export const body: ContentPart = { part: "body" };

/** The timestamp exactly as its header writes it. */
export const timestamp: ContentPart = { part: "timestamp" };

/** The pieces to feed to the hash, the body as bytes and never decoded. */
export function toPieces(content: SignedContent, delivery: Delivery, time: string): readonly (string | Uint8Array)[] {
  return content.map((piece) => (typeof piece === "string" ? piece : piece.part === "body" ? delivery.body : time));
}
