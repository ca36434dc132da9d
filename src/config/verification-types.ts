/** What `verification_type` can be, besides the name of a built-in provider that signs alike. */
export const verificationTypes = [
  "hmac_sha1",
  "hmac_sha256",
  "hmac_sha512",
  "hash_sha1",
  "hash_sha256",
  "ed25519",
  "ecdsa",
  "rsa",
  "jwt",
  "token",
  "basic",
  "standard_webhooks",
  "aws_sns",
  "none",
] as const;

/** One of them. */
export type VerificationType = (typeof verificationTypes)[number];

/** Whether a word is one of them. */
export function isVerificationType(word: string): word is VerificationType {
  return verificationTypes.some((type) => type === word);
}
