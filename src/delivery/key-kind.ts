import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { JwtScheme } from "@smart-webhooks/runtime/verify";

/** The kinds of private keys that providers sign with. */
export type KeyKind = "ed25519" | "ec" | "rsa";

/** The kind of the private key that a webhook's deliveries are signed with; undefined where a secret is shared, or nothing is signed. */
export function keyKind({ verify }: WebhookSpec): KeyKind | undefined {
  switch (verify.scheme) {
    case "ed25519":
      return "ed25519";
    case "ecdsa":
      return "ec";
    case "rsa":
    case "aws_sns":
      return "rsa";
    case "jwt":
      return kindOf((verify as JwtScheme).algorithms[0] ?? "");
    default:
      return undefined;
  }
}

/** As RFC 7518 and RFC 8037 name their algorithms. */
function kindOf(algorithm: string): KeyKind | undefined {
  if (algorithm === "EdDSA") return "ed25519";
  if (algorithm.startsWith("ES")) return "ec";
  return algorithm.startsWith("HS") ? undefined : "rsa";
}
