import type { Verification } from "../config/provider-config.js";

/** What a scheme does, in words: `HMAC-SHA256`. */
export function algorithm({ type, scheme }: Verification): string {
  const [name = "", hash = ""] = type.split("_");
  switch (type) {
    case "none":
      return "not verified: anyone can send to it";
    case "token":
      return "a token that is sent along: nothing is signed";
    case "basic":
      return "user and password that are sent along: nothing is signed";
    case "jwt":
      return `JSON Web Token, ${(scheme.jwt_algorithms ?? []).join(" or ")}`;
    case "standard_webhooks":
      return "Standard Webhooks, HMAC-SHA256";
    case "aws_sns":
      return "Amazon SNS, RSA with a certificate of Amazon's";
    case "ed25519":
      return "Ed25519, with the provider's public key";
    case "ecdsa":
      return "ECDSA with SHA-256, with the provider's public key";
    case "rsa":
      return `RSA with SHA-256, with ${scheme.certificate_url_header === undefined ? "the provider's public key" : `a certificate from ${(scheme.certificate_hosts ?? []).join(" or ")}`}`;
    default:
      return `${name === "hmac" ? "HMAC" : "a hash over the secret,"}${name === "hmac" ? "-" : " "}${hash.toUpperCase()}`;
  }
}
