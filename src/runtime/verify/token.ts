import { equalBytes, hashBytes } from "#crypto";
import { chain, some, type MaybePromise } from "../promise.js";
import { ACCEPTED, type Check, refused, type Scheme, type Verdict } from "./delivery.js";
import type { ItemsSource } from "./items.js";
import { readSecret } from "./secret.js";
import type { SignatureSource } from "./sources.js";

/** A token scheme as the signing side reads it. */
export interface TokenScheme extends Scheme<string> {
  readonly signature: SignatureSource;
  readonly items: ItemsSource | undefined;
}

/** Where each item of a batch carries the token. */
export interface TokenOptions {
  readonly items?: ItemsSource;
}

/** The secret itself, sent along: `token(header("x-gitlab-token"))`. It proves who sent, and covers nothing of the body. */
export function token(source: SignatureSource, { items }: TokenOptions = {}): TokenScheme {
  return {
    scheme: "token",
    signed: true,
    keyless: false,
    signature: source,
    items,
    toKey: (secret) => readSecret(secret, undefined) as string | undefined,
    verify: (check, keys) => (items ? items.verify(check, (item) => verify(source, item, keys)) : verify(source, check, keys)),
  };
}

function verify(source: SignatureSource, check: Check, keys: readonly string[]): MaybePromise<Verdict> {
  const written = source.read(check);
  if (typeof written === "string") return refused(written);
  const tries = written.texts.flatMap((text) => keys.map((key) => equalTexts(text, key)));
  return chain(some(tries), (matched) => (matched ? ACCEPTED : refused("signature_mismatch")));
}

/** Compares in constant time. By their hashes, so that not even the length of the secret shows. */
export function equalTexts(a: string, b: string): MaybePromise<boolean> {
  return chain(hashBytes("sha256", [a]), (first) => chain(hashBytes("sha256", [b]), (second) => equalBytes(first, second)));
}
