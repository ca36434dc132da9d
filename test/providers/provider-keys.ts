import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Scheme } from "@smart-webhooks/runtime/verify";
import type { WebhookHandlerOptions } from "@smart-webhooks/runtime";
import { testKeys } from "../runtime/testing/sign-family.js";

/** A pair of keys: what signs, and what the receiver is given. */
export interface ProviderKeys {
  readonly own: string;
  readonly options: Pick<WebhookHandlerOptions, "secret" | "fetchKey">;
}

/** Keys of the kind that a scheme takes; `2` are others. */
export function keysFor({ verify }: WebhookSpec, which: "" | "2" = ""): ProviderKeys {
  const word = which === "" ? "test-secret" : "other-secret";
  const { ed, ec, rsa } = { ed: testKeys[`ed${which}`], ec: testKeys[`ec${which}`], rsa: testKeys[`rsa${which}`] };
  const scheme = verify as Scheme & { readonly algorithms?: readonly string[] };
  if (scheme.keyless && scheme.scheme !== "none") {
    const isEc = scheme.algorithms?.[0] === "ES256";
    return { own: isEc ? ec.priv : rsa.priv, options: { fetchKey: () => (isEc ? ec.pub : rsa.cert) } };
  }
  if (scheme.scheme === "ed25519") return { own: ed.priv, options: { secret: firstKey(scheme, [rawKey(ed.pub, "hex"), rawKey(ed.pub, "base64")]) } };
  if (scheme.scheme === "ecdsa") return { own: ec.priv, options: { secret: ec.pub } };
  const own = firstKey(scheme, [`${word}:word`, word, hex(word), base64(word), `whsec_${base64(word)}`]);
  return { own, options: { secret: own } };
}

/** The first text that the scheme takes as a key. Formats that any text fits come last. */
function firstKey(scheme: Scheme, texts: readonly string[]): string {
  const found = texts.find((text) => scheme.toKey(text) !== undefined);
  if (found === undefined && scheme.scheme !== "none") throw new Error(`No test key fits the scheme ${scheme.scheme}`);
  return found ?? "";
}

function rawKey(pem: string, encoding: "hex" | "base64"): string {
  return Buffer.from(pem.replace(/-----.*?-----|\s/g, ""), "base64").subarray(-32).toString(encoding);
}

function hex(text: string): string {
  return Buffer.from(text.padEnd(32, ".")).toString("hex");
}

function base64(text: string): string {
  return Buffer.from(text.padEnd(32, ".")).toString("base64");
}
