export { seconds, type TimestampSource } from "./clock.js";
export { body, timestamp, type ContentPart, type SignedContent } from "./content.js";
export type { Delivery, Freshness, Refusal, Scheme, Verdict } from "./delivery.js";
export { hmac, type HmacAlgorithm, type HmacOptions, type HmacScheme } from "./hmac.js";
export {
  constant,
  field,
  header,
  type ConstantSource,
  type FieldSource,
  type HeaderSource,
  type SignatureEncoding,
} from "./sources.js";
export { unsigned } from "./unsigned.js";
