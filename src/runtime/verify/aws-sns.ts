import { toPublicKey, verifySignature } from "#crypto";
import { joinBytes } from "../bytes.js";
import type { Key } from "../crypto/key.js";
import { chain, type MaybePromise } from "../promise.js";
import { decode } from "./decode.js";
import { ACCEPTED, type Check, refused, type Scheme, type Verdict } from "./delivery.js";
import { keyAt, refusedKey } from "./fetched-key.js";
import { asText, atPath } from "./sources.js";

// The path too: other paths of these hosts answer with what the caller wrote.
const HOSTS = ["sns.*.amazonaws.com/SimpleNotificationService-", "sns.*.amazonaws.com.cn/SimpleNotificationService-"];

/** Of a region. Under Amazon's other names, such as `s3-us-west-2`, `sns` may be anybody's bucket. */
const OF_REGION = /^https:\/\/sns\.[a-z]{2}(?:-[a-z]+)+-\d+\./;

const CONFIRMATION = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"];

/** What is signed of each type of message, in this order. */
const SIGNED_KEYS: Readonly<Record<string, readonly string[]>> = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: CONFIRMATION,
  UnsubscribeConfirmation: CONFIRMATION,
};

const ALGORITHMS = { "1": "RS1", "2": "RS256" } as const;

/**
 * Amazon SNS: RSA over some fields of the body, with a certificate that the body names, from Amazon's hosts only.
 * Source: docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html
 */
export function awsSns(): Scheme<Key> {
  return { scheme: "aws_sns", signed: true, keyless: true, toKey: () => undefined, verify };
}

function verify(check: Check): MaybePromise<Verdict> {
  const message = check.payload();
  const text = (name: string): string | undefined => asText(atPath([name], message));
  const url = text("SigningCertURL") ?? "";
  const signature = text("Signature");
  if (signature === undefined) return refused("signature_missing");
  const bytes = decode(signature, "base64");
  const version = text("SignatureVersion") ?? "";
  const data = snsContent(message);
  if (bytes === undefined || data === undefined) return refused("signature_malformed");
  if (version !== "1" && version !== "2") return refused("algorithm_not_allowed");
  return chain(OF_REGION.test(url) ? keyAt(url, HOSTS, check) : "key_url_untrusted", (material) => {
    if (typeof material === "string") return refusedKey(material);
    const key = toPublicKey(ALGORITHMS[version], material);
    if (key === undefined) return refused("key_unknown");
    return chain(verifySignature(ALGORITHMS[version], key, bytes, data), (ok) => (ok ? ACCEPTED : refused("signature_mismatch")));
  });
}

/** What Amazon SNS signs of a message; undefined for what is none. */
export function snsContent(message: unknown): Uint8Array | undefined {
  const value = (name: string): unknown => atPath([name], message);
  const type = asText(value("Type")) ?? "";
  const names = Object.hasOwn(SIGNED_KEYS, type) ? (SIGNED_KEYS[type] ?? []) : [];
  const present = names.filter((name) => asText(value(name)) !== undefined);
  const isMessage = present.length > 0 && names.every((name) => isPlain(name, value(name)));
  return isMessage ? joinBytes(present.map((name) => `${name}\n${asText(value(name))}\n`)) : undefined;
}

/**
 * Whether a field is what Amazon writes there: text, and line breaks in none but the message, which stands first. Whoever may
 * publish could else move what follows their text from one field into another, and a list is signed as if it were missing.
 */
function isPlain(name: string, value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && (name === "Message" || !value.includes("\n")));
}
