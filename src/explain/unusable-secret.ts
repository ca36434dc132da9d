import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";

/** Why a secret is none. */
export function unusableSecret({ spec, secrets }: Case): Cause {
  const variable = spec.secretEnv ?? "the secret";
  const isPublic = isPublicKey(spec.verify.scheme, spec.verify);
  if (secrets.every(({ value }) => value.trim() === "")) {
    return { code: "secret-missing", message: `There is no secret: ${variable} is not set, or blank.`, fix: `Set ${variable} to the ${isPublic ? "public key" : "secret"} that ${spec.provider} shows for this webhook.`, certain: true };
  }
  const wrong = secrets.find(({ value }) => spec.verify.toKey(value) === undefined) ?? secrets[0];
  const name = wrong?.name ?? variable;
  if (/PRIVATE KEY/.test(wrong?.value ?? "")) {
    return { code: "secret-is-private-key", message: `${name} holds a private key, and this scheme verifies with the provider's public key.`, fix: `Set ${name} to the public key that the provider's page shows. A private key of yours has no place here: if others could read it, renew it.`, certain: true };
  }
  return { code: "secret-unusable", message: `${name} is not of the form in which this provider gives its ${isPublic ? "public key" : "secret"} (${form(spec.verify.scheme)}).`, fix: `Copy it from the provider's page again, whole and as it stands there, into ${name}.`, certain: true };
}

function isPublicKey(scheme: string, verify: Case["spec"]["verify"]): boolean {
  const { algorithms = [] } = verify as { readonly algorithms?: readonly string[] };
  return ["ed25519", "ecdsa", "rsa"].includes(scheme) || algorithms.some((algorithm) => !algorithm.startsWith("HS"));
}

function form(scheme: string): string {
  switch (scheme) {
    case "basic":
      return "user:password";
    case "ed25519":
      return "32 bytes in hex or base64";
    case "ecdsa":
    case "rsa":
    case "jwt":
      return "PEM, or its DER in base64";
    case "standard_webhooks":
      return "base64, after whsec_";
    default:
      return "base64 or hex";
  }
}
