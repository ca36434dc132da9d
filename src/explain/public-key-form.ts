import { createPublicKey, type KeyObject } from "node:crypto";
import type { Case, Variant } from "./case.js";

/** A public key that is one, but not written as the provider writes it. */
export function* publicKeyForm({ spec, secrets }: Case): Iterable<Variant> {
  if (!["ed25519", "ecdsa", "rsa", "jwt"].includes(spec.verify.scheme)) return;
  for (const secret of secrets) {
    for (const value of rewritten(secret.value.trim().replace(/^(["'])(.*)\1$/s, "$2"))) {
      yield {
        change: { secrets: [{ ...secret, value }] },
        cause: {
          code: "secret-unusable",
          message: `${secret.name} is the right public key, but not in the form in which this provider's key is read.`,
          fix: `Set ${secret.name} to the key as the provider's page shows it: ${wanted(spec.verify.scheme)}.`,
        },
      };
    }
  }
}

function wanted(scheme: string): string {
  return scheme === "ed25519" ? "the 32 bytes alone, in hex or base64 as the provider writes them" : "its PEM (BEGIN PUBLIC KEY), or the base64 of its DER";
}

/** The same key in every form that a scheme may want. */
function* rewritten(text: string): Iterable<string> {
  for (const encoding of ["hex", "base64"] as const) {
    const bytes = Buffer.from(text, encoding);
    if (bytes.length === 32) yield* [bytes.toString("hex"), bytes.toString("base64")];
  }
  for (const key of keysOf(text)) {
    const der = key.export({ format: "der", type: "spki" });
    yield der.toString("base64");
    if (key.asymmetricKeyType === "ed25519") yield* [der.subarray(-32).toString("hex"), der.subarray(-32).toString("base64")];
  }
}

function keysOf(text: string): readonly KeyObject[] {
  const pem = text.replaceAll("\\n", "\n");
  const tries = [() => createPublicKey(pem), () => createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" }), () => createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "pkcs1" })];
  // A private key is turned away before: its public half must not make it look right.
  if (/PRIVATE KEY/.test(text)) return [];
  return tries.flatMap((read) => {
    try {
      return [read()];
    } catch {
      return [];
    }
  });
}
