/** A secret made ready once by `#crypto`. Opaque: what it is depends on the platform. */
export type HmacKey = object;
