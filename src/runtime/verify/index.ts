export { answer, type AnswerOptions } from "./answer.js";
export { awsSns } from "./aws-sns.js";
export { basic } from "./basic.js";
export type { ClaimRules } from "./claims.js";
export { iso8601, milliseconds, seconds, type TimestampSource, unix, unlimited } from "./clock.js";
export {
  body,
  type ContentPart,
  fieldText,
  headerText,
  method,
  parameter,
  secret,
  type SignedContent,
  timestamp,
  toPieces,
} from "./content.js";
export { anyJson, type BodyFormat, form, type FormOptions, formOrJson } from "./body-format.js";
export { bodyHash, type BodyHashSource, withoutForm } from "./body-hash.js";
export { bodyCrc32 } from "./crc32.js";
export { firstOf, type FirstOfSource, joined, type JoinedSource, presentKey, type PresentKeySource } from "./composed.js";
export type { Encoding } from "./decode.js";
export type { Check, Delivery, KeyFetcher, Misconfiguration, Refusal, Scheme, Surroundings, Verdict } from "./delivery.js";
export { ecdsa, type EcdsaOptions, type EcdsaScheme } from "./ecdsa.js";
export { ed25519, type Ed25519Options } from "./ed25519.js";
export type { Hosts } from "./fetched-key.js";
export { formFields, queryAndForm } from "./form.js";
export { handshake, type Handshake, type HandshakeOptions, type HandshakeReply, hmacOf, type KeyedHash, type ReplyValue } from "./handshake.js";
export { hash, type HashOptions, type HashScheme } from "./hash.js";
export { hmac, type HmacAlgorithm, type HmacOptions, type HmacScheme } from "./hmac.js";
export { each, type ItemsSource } from "./items.js";
export { jwt, type JwtAlgorithm, type JwtKey, type JwtOptions, type JwtScheme } from "./jwt.js";
export { listedIn, type ValueList } from "./listed-in.js";
export { multipart } from "./multipart.js";
export { rsa, type RsaAlgorithm, type RsaOptions, type RsaScheme } from "./rsa.js";
export { base64, hex, type SecretFormat } from "./secret.js";
export { headers, type HeadersSource, list, type ListSource, pairs, type PairsOptions, type PairsSource } from "./several.js";
export type { SignatureOptions, SignedScheme } from "./signed.js";
export {
  constant,
  type ConstantSource,
  field,
  type FieldSource,
  header,
  type HeaderSource,
  query,
  type QuerySource,
  type SignatureSource,
  type Source,
  type ValueSource,
  type WrittenForm,
  type WrittenSignatures,
} from "./sources.js";
export { standardWebhooks, type StandardWebhooksOptions, type StandardWebhooksScheme } from "./standard-webhooks.js";
export { token, type TokenOptions, type TokenScheme } from "./token.js";
export { unsigned } from "./unsigned.js";
export { visit, type Visit } from "./visit.js";
export { anyPort, decodedUrl, listedHeaders, path, url, urlWithoutQuery } from "./url.js";
