import { createPrivateKey } from "node:crypto";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { envSecret } from "../env-secret.js";
import { refused } from "../errors.js";
import { type KeyKind, keyKind } from "./key-kind.js";

/** Where the key is looked for. */
export interface KeyPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The variable that holds the secret, in place of the one that the YAML names. */
  readonly secretEnv?: string | undefined;
  /** The text of a file with a private key in PEM. */
  readonly privateKey?: string | undefined;
}

/**
 * What signs as the provider: the receiver's secret from the environment, or a private key of one's own in PEM (PKCS #8),
 * whose public half the receiver is given. Blank where nothing is signed.
 *
 * @throws GenerateError when there is none, or none that fits
 */
export function signingKey(spec: WebhookSpec, places: KeyPlaces): string {
  const kind = keyKind(spec);
  const isOpen = kind !== undefined || (spec.verify.scheme === "standard_webhooks" && places.privateKey !== undefined);
  if (isOpen) return privateKey(spec.provider, kind ?? "ed25519", places.privateKey);
  if (places.privateKey !== undefined) throw refused("unused-private-key", `${spec.provider} signs with a secret, not with a private key`, "Leave --private-key out");
  return spec.verify.signed ? secret(spec, places) : "";
}

function privateKey(provider: string, kind: KeyKind, text: string | undefined): string {
  if (text === undefined) {
    const message = `${provider} signs with a private key that nobody else has: a test delivery needs a pair of your own (${kind})`;
    throw refused("no-private-key", message, "Make one with --new-key FILE, give your app the public key it prints, and sign with --private-key FILE");
  }
  const pem = readPrivateKey(text, kind);
  if (pem === undefined) throw refused("bad-private-key", `The private key is none of the kind that ${provider} signs with (${kind}, in PEM, without a passphrase)`, "Make one with --new-key FILE");
  return pem;
}

function readPrivateKey(text: string, kind: KeyKind): string | undefined {
  try {
    const key = createPrivateKey(text);
    const isP256 = key.asymmetricKeyDetails?.namedCurve === "prime256v1";
    const fits = key.asymmetricKeyType === kind && (kind !== "ec" || isP256);
    return fits ? String(key.export({ type: "pkcs8", format: "pem" })) : undefined;
  } catch {
    return undefined;
  }
}

function secret({ provider, verify, secretEnv: own }: WebhookSpec, { env, secretEnv = own }: KeyPlaces): string {
  if (secretEnv === undefined) throw refused("secret-missing", `The YAML of ${provider} names no environment variable of a secret`, "Name one with --secret-env, or set signing_secret_env in the YAML");
  const found = envSecret(env[secretEnv]);
  if (found === undefined) {
    const message = `${secretEnv} is ${env[secretEnv] === undefined ? "not set" : "blank"}: a delivery is signed with the secret that your app verifies it with`;
    throw refused("secret-missing", message, `Set it as your app has it, or name another variable with --secret-env`);
  }
  if (verify.toKey(found) === undefined) throw refused("secret-unusable", `${secretEnv} is not of the form that ${provider} gives`, "Copy it from the provider again");
  if (verify.scheme === "standard_webhooks" && found.trim().startsWith("whpk_")) throw refused("no-private-key", `${secretEnv} holds a public key: a test delivery needs the private one`, "Make a pair with --new-key FILE, and sign with --private-key FILE");
  return found;
}
