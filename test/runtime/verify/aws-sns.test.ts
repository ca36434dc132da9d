import { createSign } from "node:crypto";
import { verifySignature } from "@smart-webhooks/runtime";
import { anyJson, awsSns, type KeyFetcher } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { testKeys } from "../testing/sign-family.js";

type Message = Readonly<Record<string, unknown>>;

const NOTIFICATION: Message = {
  Type: "Notification",
  MessageId: "1",
  TopicArn: "arn",
  Subject: "S",
  Message: "M\nÜ",
  Timestamp: "2025-11-24T16:00:00Z",
  SignatureVersion: "2",
  SigningCertURL: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem",
};

const CONFIRMATION: Message = { ...NOTIFICATION, Type: "SubscriptionConfirmation", Token: "T", SubscribeURL: "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription", Subject: undefined };

const ORDER: Readonly<Record<string, readonly string[]>> = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
};

/** A message with Amazon's signature over what it signs of its type. */
function signed(message: Message, hash = "sha256", order = ORDER[String(message["Type"])] ?? []): Message {
  const content = order.filter((name) => message[name] !== undefined).map((name) => `${name}\n${String(message[name])}\n`);
  return { ...message, Signature: createSign(hash).update(content.join("")).sign(testKeys.rsa.priv, "base64") };
}

/** The reason of a refusal, or "accepted". */
async function verdict(message: unknown, fetchKey: KeyFetcher = () => testKeys.rsa.cert): Promise<string> {
  const request = { method: "POST", url: "/", headers: { "content-type": "text/plain" }, body: Buffer.from(JSON.stringify(message)) };
  const found = await verifySignature({ verify: awsSns(), bodyFormat: anyJson }, request, { fetchKey });
  return found.ok ? "accepted" : found.reason;
}

/** One string to sign, and another message that has the same. */
const whole = signed({ ...NOTIFICATION, Subject: undefined, Message: "M\nMessageId\n2\nSubject\nX" });
const moved: Message = { ...whole, Message: "M", MessageId: "2", Subject: "X\nMessageId\n1" };

describe("a message of Amazon SNS", () => {
  it.each<readonly [string, Message]>([
    ["a notification", signed(NOTIFICATION)],
    ["a notification without a subject", signed({ ...NOTIFICATION, Subject: undefined })],
    ["a notification with an empty subject", signed({ ...NOTIFICATION, Subject: "" })],
    ["a notification signed as it once was", signed({ ...NOTIFICATION, SignatureVersion: "1" }, "sha1")],
    ["a confirmation", signed(CONFIRMATION)],
    ["the end of a subscription", signed({ ...CONFIRMATION, Type: "UnsubscribeConfirmation" }, "sha256", ORDER["SubscriptionConfirmation"])],
    ["from a region of the government", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.us-gov-west-1.amazonaws.com/SimpleNotificationService-1.pem" })],
    ["from a region of two digits", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.ap-southeast-10.amazonaws.com/SimpleNotificationService-1.pem" })],
    ["with a message of many lines, and no subject", { ...whole, Subject: null }],
    ["from China", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.cn-north-1.amazonaws.com.cn/SimpleNotificationService-1.pem" })],
    ["with more than is signed", { ...signed(NOTIFICATION), UnsubscribeURL: "https://evil.example", More: 1 }],
  ])("is accepted: %s", async (_, message) => expect(await verdict(message)).toBe("accepted"));

  it.each<readonly [string, unknown, string]>([
    ["without a signature", NOTIFICATION, "signature_missing"],
    ["with a signature that is no text", { ...NOTIFICATION, Signature: ["x"] }, "signature_missing"],
    ["that is null", null, "signature_missing"],
    ["with a signature that is no base64", { ...NOTIFICATION, Signature: "!" }, "signature_malformed"],
    ["of no type", signed({ ...NOTIFICATION, Type: undefined }), "signature_malformed"],
    ["of a type that nobody knows", signed({ ...NOTIFICATION, Type: "Other" }, "sha256", ["Type"]), "signature_malformed"],
    ["of a type that every object has", signed({ ...NOTIFICATION, Type: "constructor" }, "sha256", ["Type"]), "signature_malformed"],
    ["of another version", signed({ ...NOTIFICATION, SignatureVersion: "3" }), "algorithm_not_allowed"],
    ["of no version", signed({ ...NOTIFICATION, SignatureVersion: undefined }), "algorithm_not_allowed"],
    ["of one version that says the other", { ...signed(NOTIFICATION), SignatureVersion: "1" }, "signature_mismatch"],
    ["with a certificate of nobody", signed({ ...NOTIFICATION, SigningCertURL: undefined }), "key_url_untrusted"],
    ["with a certificate of another", signed({ ...NOTIFICATION, SigningCertURL: "https://evil.example/SimpleNotificationService-1.pem" }), "key_url_untrusted"],
    ["with a certificate of a path that answers what it is told", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.us-east-1.amazonaws.com/?x=SimpleNotificationService-" }), "key_url_untrusted"],
    ["with a certificate of such a path in China", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.cn-north-1.amazonaws.com.cn/other" }), "key_url_untrusted"],
    ["with a certificate above that path", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.us-east-1.amazonaws.com/SimpleNotificationService-/../x" }), "key_url_untrusted"],
    ["with a certificate without encryption", signed({ ...NOTIFICATION, SigningCertURL: "http://sns.us-east-1.amazonaws.com/SimpleNotificationService-1.pem" }), "key_url_untrusted"],
    ["whose type became another that signs the same", { ...signed(CONFIRMATION), Type: "UnsubscribeConfirmation" }, "signature_mismatch"],
    ["whose subject was taken out", { ...signed(NOTIFICATION), Subject: undefined }, "signature_mismatch"],
    ["whose subject was put in", { ...signed({ ...NOTIFICATION, Subject: undefined }), Subject: "S" }, "signature_mismatch"],
    ["whose message became a list", { ...signed(NOTIFICATION), Message: ["M\nÜ"] }, "signature_malformed"],
    ["whose missing subject became a list", { ...signed({ ...NOTIFICATION, Subject: undefined }), Subject: ["S"] }, "signature_malformed"],
    ["whose id became a number", { ...signed(NOTIFICATION), MessageId: 1 }, "signature_malformed"],
    ["whose text moved into the fields after it", moved, "signature_malformed"],
    ["with a certificate out of a bucket called sns", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-1.pem" }), "key_url_untrusted"],
    ["with a certificate out of such a bucket, and a region's host in its path", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.s3-us-west-2.amazonaws.com/SimpleNotificationService-https://sns.us-east-1.amazonaws.com/" }), "key_url_untrusted"],
    ["with a certificate out of such a bucket elsewhere", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.s3-accelerate.amazonaws.com/SimpleNotificationService-1.pem" }), "key_url_untrusted"],
    ["with a certificate of another port", signed({ ...NOTIFICATION, SigningCertURL: "https://sns.us-east-1.amazonaws.com:8443/SimpleNotificationService-1.pem" }), "key_url_untrusted"],
  ])("is refused %s", async (_, message, reason) => expect(await verdict(message)).toBe(reason));

  it.each<readonly [string, KeyFetcher, string]>([
    ["of another", () => testKeys.rsa2.cert, "signature_mismatch"],
    ["of another kind", () => testKeys.ec.pub, "key_unknown"],
    ["that is none", () => "<html>", "key_unavailable"],
    ["that is not there", () => undefined, "key_unknown"],
    ["that cannot be had", () => Promise.reject(new Error("down")), "key_unavailable"],
  ])("is refused under a certificate %s", async (_, fetchKey, reason) => expect(await verdict(signed(NOTIFICATION), fetchKey)).toBe(reason));
});
