import { generateKeyPairSync, type KeyPairKeyObjectResult, randomBytes } from "node:crypto";
import type { WebhookHandlerOptions, WebhookSpec } from "@smart-webhooks/runtime";
import { type KeyKind, keyKind } from "./key-kind.js";
import { publicKey } from "./public-key.js";

/** Keys of no use but in a test: what signs, and what the receiver is given. */
export interface NewKeys {
  /** The secret, or the private key in PEM. */
  readonly own: string;
  readonly options: Pick<WebhookHandlerOptions, "secret" | "fetchKey">;
}

/** New keys of the kind that a webhook takes. Nothing where nothing is signed. */
export function newKeys(spec: WebhookSpec): NewKeys {
  const { verify } = spec;
  if (!verify.signed) return { own: "", options: {} };
  const kind = keyKind(spec);
  if (kind === undefined) {
    const own = newSecret(spec);
    return { own, options: { secret: own } };
  }
  const own = newPrivateKey(kind);
  const known = publicKey(spec, own);
  return { own, options: verify.keyless ? { fetchKey: () => known } : { secret: known } };
}

/** A new private key in PEM (PKCS #8). */
export function newPrivateKey(kind: KeyKind): string {
  return String(newPair(kind).privateKey.export({ type: "pkcs8", format: "pem" }));
}

function newPair(kind: KeyKind): KeyPairKeyObjectResult {
  if (kind === "ed25519") return generateKeyPairSync("ed25519");
  return kind === "ec" ? generateKeyPairSync("ec", { namedCurve: "P-256" }) : generateKeyPairSync("rsa", { modulusLength: 2048 });
}

/** The first text that the scheme takes as a key. Formats that any text fits come last. */
function newSecret({ provider, verify }: WebhookSpec): string {
  const bytes = randomBytes(32);
  const [hex, base64] = [bytes.toString("hex"), bytes.toString("base64")];
  const found = [`test:${hex}`, hex, base64, `whsec_${base64}`].find((text) => verify.toKey(text) !== undefined);
  if (found === undefined) throw new TypeError(`No secret can be made up for ${provider}`);
  return found;
}
