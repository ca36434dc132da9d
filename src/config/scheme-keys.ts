import { isPlainKey, readFieldPath } from "./field-path.js";
import { readHeaderName, readHeaderPattern } from "./header-name.js";
import { readItemsPath } from "./items-path.js";
import { readKeyPlace } from "./key-place.js";
import { distinctList, mapOf, oneOrMore } from "./read-collection.js";
import { integerBetween, oneOf, readBoolean, textThat } from "./read-scalar.js";
import { readRequiredHeaders } from "./required-headers.js";
import { readSecretPrefix } from "./secret-prefix.js";
import type { Reader } from "./setting.js";
import { readSignaturePairs, type SignaturePairs } from "./signature-pairs.js";
import { readSignaturePrefix } from "./signature-prefix.js";
import { readSignedContent } from "./signed-content.js";
import { readTrustedHost } from "./trusted-host.js";
import { withoutSecret } from "./without-secret.js";

/** The keys that say how requests are signed: dropped together when another `verification_type` is said. */
export interface SchemeSettingValues {
  /** Lower case. `{n}` stands for a number. */
  readonly signature_header: readonly string[];
  readonly signature_field: string;
  readonly signature_query: string;
  readonly signature_prefix: string;
  readonly signature_encoding: "hex" | "base64" | "base64url";
  /** What stands between the signatures of a list. */
  readonly signature_list: string;
  readonly signature_pairs: SignaturePairs;
  readonly signature_form: "der" | "p1363";
  /** Template of what is signed, such as `{timestamp}.{body}`. */
  readonly signed_content: string;
  readonly signed_items: string;
  readonly signed_url: "exact" | "any_port";
  readonly body_signed: boolean;
  readonly body_hash_query: string;
  readonly secret_encoding: "text" | "hex" | "base64";
  readonly secret_prefix: readonly string[];
  /** Lower case. */
  readonly timestamp_header: string;
  readonly timestamp_field: string;
  /** `unix`: seconds or milliseconds, whichever was sent. */
  readonly timestamp_format: "seconds" | "milliseconds" | "unix" | "iso8601";
  /** Seconds, in both directions. */
  readonly replay_tolerance: number | "none";
  readonly required_headers: ReadonlyMap<string, string>;
  readonly certificate_url_header: string;
  readonly certificate_hosts: readonly string[];
  readonly standard_headers: readonly string[];
  readonly jwt_algorithms: readonly string[];
  readonly jwt_keys: string;
  readonly jwt_issuer: string;
  readonly jwt_audience: string;
  readonly jwt_leeway: number;
  readonly jwt_hashes: ReadonlyMap<string, "body" | "url">;
}

/** What a webhook says of its scheme. */
export type SchemeValues = Partial<SchemeSettingValues>;

/** Reads the name of a parameter. */
export const readParameterName: Reader<string> = textThat((text) => /^[\w-]{1,64}$/.test(text) && isPlainKey(text), "invalid-name", "Write one name: letters, digits, _ and -.");

// Header names are compared in lower case.
const readFirstWord: Reader<string> = (node, context) => readParameterName(node, context)?.toLowerCase();

const readClaim = textThat((text) => /^[\x21-\x7e]{1,200}$/.test(text) && isPlainKey(text), "invalid-claim", "Write printable text without blanks.");

const jwtAlgorithms = ["HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"] as const;

/** How each of those keys is read. */
export const schemeReaders: { readonly [Key in keyof SchemeSettingValues]: Reader<SchemeSettingValues[Key]> } = {
  signature_header: oneOrMore(readHeaderPattern, "header"),
  signature_field: readFieldPath,
  signature_query: readParameterName,
  signature_prefix: withoutSecret(readSignaturePrefix),
  signature_encoding: oneOf(["hex", "base64", "base64url"]),
  signature_list: oneOf([",", ";", " "]),
  signature_pairs: readSignaturePairs,
  signature_form: oneOf(["der", "p1363"]),
  signed_content: withoutSecret(readSignedContent),
  signed_items: readItemsPath,
  signed_url: oneOf(["exact", "any_port"]),
  body_signed: readBoolean,
  body_hash_query: readParameterName,
  secret_encoding: oneOf(["text", "hex", "base64"]),
  secret_prefix: oneOrMore(readSecretPrefix, "prefix"),
  timestamp_header: readHeaderName,
  timestamp_field: readFieldPath,
  timestamp_format: oneOf(["seconds", "milliseconds", "unix", "iso8601"]),
  replay_tolerance: (node, context) =>
    node.kind === "scalar" && node.value === "none" ? "none" : integerBetween(1, 86_400)(node, context),
  required_headers: readRequiredHeaders,
  certificate_url_header: readHeaderName,
  certificate_hosts: distinctList(readTrustedHost, "host"),
  standard_headers: distinctList(readFirstWord, "first word of the headers"),
  jwt_algorithms: distinctList(oneOf(jwtAlgorithms), "algorithm"),
  jwt_keys: readKeyPlace,
  jwt_issuer: readClaim,
  jwt_audience: readClaim,
  jwt_leeway: integerBetween(0, 300),
  jwt_hashes: mapOf(readClaim, oneOf(["body", "url"]), "a map from a claim to body or url"),
};
