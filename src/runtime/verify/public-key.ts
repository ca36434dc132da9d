import { decode } from "./decode.js";
import type { PublicKeyMaterial } from "../crypto/key.js";
import { subjectPublicKeyInfo } from "./der.js";

/**
 * The key in a text: PEM of a public key or of a certificate, base64 of a public key's DER, or a JSON Web Key.
 * Undefined for anything else.
 */
export function readPublicKey(text: string): PublicKeyMaterial | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) return parseJwk(trimmed);
  // Environment variables often hold line ends as the two characters of an escape.
  const pem = /^-----BEGIN (PUBLIC KEY|CERTIFICATE)-----([\s\S]+?)-----END \1-----/.exec(trimmed.replace(/\\n/g, "\n"));
  const der = decode((pem?.[2] ?? trimmed).replace(/\s/g, ""), "base64");
  return der && pem?.[1] === "CERTIFICATE" ? subjectPublicKeyInfo(der) : der;
}

function parseJwk(text: string): PublicKeyMaterial | undefined {
  try {
    return JSON.parse(text) as PublicKeyMaterial;
  } catch {
    return undefined;
  }
}
