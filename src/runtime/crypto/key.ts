/** A key made ready once by `#crypto`. Opaque: what it is depends on the platform. */
export type Key = object;

/** Hash functions. */
export type HashAlgorithm = "sha1" | "sha256" | "sha384" | "sha512";

/** Public-key signatures, by their names in JOSE (RFC 7518, RFC 8037); RS1 is RSA with SHA-1. */
export type PublicKeyAlgorithm = "EdDSA" | "ES256" | "ES384" | "ES512" | "RS1" | "RS256" | "RS384" | "RS512" | "PS256" | "PS384" | "PS512";

/** A public key as providers hand it out: a JSON Web Key, or the DER of a SubjectPublicKeyInfo (RFC 5280). */
export type PublicKeyMaterial = Readonly<Record<string, unknown>> | Uint8Array;

/** What makes a JSON Web Key the public key that it is; undefined for a private one. What it says of its own use is not ours to obey or to trip over. */
export function publicMembers(material: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined {
  if (Object.hasOwn(material, "d") || Object.hasOwn(material, "k")) return undefined;
  const members = ["kty", "crv", "n", "e", "x", "y"].filter((name) => Object.hasOwn(material, name));
  return Object.fromEntries(members.map((name) => [name, material[name]]));
}
