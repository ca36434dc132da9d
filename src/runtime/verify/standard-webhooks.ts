import type { Key } from "../crypto/key.js";
import { chain, type MaybePromise } from "../promise.js";
import { headerValue } from "../request.js";
import { seconds } from "./clock.js";
import { body, headerText, timestamp } from "./content.js";
import { type Check, refused, type Scheme, type Verdict } from "./delivery.js";
import { ed25519 } from "./ed25519.js";
import { hmac } from "./hmac.js";
import { base64, type SecretFormat } from "./secret.js";
import type { SignatureOptions, SignedScheme } from "./signed.js";
import { header } from "./sources.js";
import { list } from "./several.js";

/** What differs among the senders of Standard Webhooks. */
export interface StandardWebhooksOptions {
  /** The headers' first word: `webhook` and `svix`, unless told. All three headers must have the same. */
  readonly headers?: readonly string[];
  /** How a symmetric secret is written: base64 after `whsec_` unless told; `text` is taken as it stands. */
  readonly secret?: SecretFormat | "text";
  /** Seconds, 300 unless told. */
  readonly tolerance?: number;
}

/** As the signing side reads it. */
export interface StandardWebhooksScheme extends Scheme<StandardKey> {
  /** The scheme of each version, for one first word of the headers. */
  readonly versions: readonly Versions[];
}

interface Versions {
  readonly word: string;
  readonly v1: SignedScheme<Key>;
  readonly v1a: SignedScheme<Key>;
}

interface StandardKey {
  readonly version: "v1" | "v1a";
  readonly key: Key;
}

/** Standard Webhooks 1.0 (standardwebhooks.com): `v1` with a shared secret, `v1a` with a public key (`whpk_…`). */
export function standardWebhooks({ headers = ["webhook", "svix"], secret = base64("whsec_"), tolerance = 300 }: StandardWebhooksOptions = {}): StandardWebhooksScheme {
  const versions = headers.map((word) => toVersions(word, secret, tolerance));
  const [{ v1, v1a }] = versions as unknown as readonly [Versions];
  return {
    scheme: "standard_webhooks",
    signed: true,
    keyless: false,
    versions,
    toKey: (text) => {
      const version = text.trim().startsWith("whpk_") ? "v1a" : "v1";
      const key = (version === "v1" ? v1 : v1a).toKey(text);
      return key && { version, key };
    },
    verify: (check, keys) => {
      const chosen = versions.find(({ word }) => headerValue(check.delivery.headers, `${word}-signature`));
      if (chosen === undefined) return refused("signature_missing");
      return chain(verify(chosen, check, keys), (verdict) => {
        if (!verdict.ok) return verdict;
        // The other word's id is anybody's: this one is signed.
        const id = headerValue(check.delivery.headers, `${chosen.word}-id`);
        return id ? { ...verdict, id } : refused("header_missing");
      });
    },
  };
}

function verify({ v1, v1a }: Versions, check: Check, keys: readonly StandardKey[]): MaybePromise<Verdict> {
  const shared = keys.filter(({ version }) => version === "v1").map(({ key }) => key);
  const open = keys.filter(({ version }) => version === "v1a").map(({ key }) => key);
  const first = shared.length > 0 ? v1.verify(check, shared) : undefined;
  if (open.length === 0) return first ?? refused("secret_unusable", "None of the secrets is of the kind that this delivery is signed with");
  return chain(first, (verdict) => (verdict?.ok ? verdict : v1a.verify(check, open)));
}

function toVersions(word: string, secret: SecretFormat | "text", tolerance: number): Versions {
  const options = (prefix: string): SignatureOptions => ({
    signature: list(`${word}-signature`, { separator: " ", prefix, encoding: "base64" }),
    content: [headerText(`${word}-id`), ".", timestamp, ".", body],
    timestamp: seconds(tolerance, header(`${word}-timestamp`)),
  });
  return {
    word,
    v1: hmac({ ...options("v1,"), ...(secret !== "text" && { secret }) }),
    v1a: ed25519({ ...options("v1a,"), key: base64("whpk_") }),
  };
}
