import { createPublicKey } from "node:crypto";
import type { WebhookSpec } from "@smart-webhooks/runtime";

/** The public half of a private key, as a receiver of that webhook is given it: by its secret, or by `fetchKey` in PEM. */
export function publicKey({ verify }: WebhookSpec, privateKey: string): string {
  const key = createPublicKey(privateKey);
  const pem = String(key.export({ type: "spki", format: "pem" }));
  if (verify.keyless) return pem;
  const der = key.export({ type: "spki", format: "der" });
  // Of Ed25519 the 32 bytes at the end, as the provider shows them. On one line, as it ends in an environment variable.
  const raw = der.subarray(-32);
  const texts = key.asymmetricKeyType === "ed25519" ? [raw.toString("hex"), `whpk_${raw.toString("base64")}`, raw.toString("base64")] : [der.toString("base64")];
  return texts.find((text) => verify.toKey(text) !== undefined) ?? pem;
}
