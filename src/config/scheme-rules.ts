import type { SchemeSettingValues } from "./scheme-keys.js";
import type { VerificationType } from "./verification-types.js";

type Key = keyof SchemeSettingValues;

/** Which keys a type of verification takes, and which of them it cannot do without (one of each list). */
export interface SchemeRule {
  readonly takes: readonly Key[];
  readonly needs: readonly (readonly Key[])[];
}

const PLACE = ["signature_header", "signature_field", "signature_query"] as const;
const CONTENT = [
  ...PLACE, "signature_prefix", "signature_encoding", "signature_list", "signature_pairs", "signed_content", "signed_items", "signed_url",
  "body_signed", "body_hash_query", "timestamp_header", "timestamp_field", "timestamp_format", "replay_tolerance", "required_headers",
] as const;

const hmac: SchemeRule = { takes: [...CONTENT, "secret_encoding", "secret_prefix"], needs: [PLACE] };
const hash: SchemeRule = { takes: CONTENT, needs: [PLACE, ["signed_content"]] };
const nothing: SchemeRule = { takes: [], needs: [] };

/** The rule of each type. */
export const schemeRules: Readonly<Record<VerificationType, SchemeRule>> = {
  hmac_sha1: hmac,
  hmac_sha256: hmac,
  hmac_sha512: hmac,
  hash_sha1: hash,
  hash_sha256: hash,
  ed25519: { takes: [...CONTENT, "secret_encoding", "secret_prefix"], needs: [PLACE] },
  ecdsa: { takes: [...CONTENT, "signature_form"], needs: [PLACE] },
  rsa: { takes: [...CONTENT, "certificate_url_header", "certificate_hosts"], needs: [PLACE] },
  jwt: {
    takes: [...PLACE, "signature_prefix", "signature_encoding", "jwt_algorithms", "jwt_keys", "jwt_issuer", "jwt_audience", "jwt_leeway", "jwt_hashes", "replay_tolerance", "body_signed"],
    needs: [PLACE, ["jwt_algorithms"]],
  },
  token: { takes: [...PLACE, "signature_prefix", "signed_items"], needs: [PLACE] },
  basic: nothing,
  standard_webhooks: { takes: ["standard_headers", "secret_encoding", "secret_prefix", "replay_tolerance"], needs: [] },
  aws_sns: nothing,
  none: nothing,
};

/** The types whose keys are fetched or not needed: there is no secret. */
export function isKeyless(type: VerificationType, scheme: Partial<SchemeSettingValues>): boolean {
  return type === "none" || type === "aws_sns" || scheme.certificate_url_header !== undefined || scheme.jwt_keys !== undefined;
}
