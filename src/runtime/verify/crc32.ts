import type { ContentPart } from "./content.js";

/** The body's CRC-32 in decimal, as PayPal signs it. A checksum and no hash: who can forge it need not break the signature. */
export const bodyCrc32: ContentPart = { part: "bodyCrc32", read: ({ delivery }) => String(crc32(delivery.body)) };

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
