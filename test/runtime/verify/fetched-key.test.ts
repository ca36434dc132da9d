import type { KeyFetcher } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { fetchedKey, keyAt } from "../../../src/runtime/verify/fetched-key.js";
import { testKeys } from "../testing/sign-family.js";
import { checkOf } from "./make-check.js";

const JWK = { kty: "EC", kid: "1" };
const HOSTS = ["sns.*.amazonaws.com", "sns.*.amazonaws.com.cn", "api.paypal.com"];

describe("the URL of a key", () => {
  const isTrusted = async (url: string): Promise<boolean> => (await keyAt(url, HOSTS, checkOf({ fetchKey: () => JWK }))) !== "key_url_untrusted";

  it.each([
    "https://api.paypal.com/v1/cert",
    "https://api.paypal.com/",
    "https://api.paypal.com/cert?x=https://evil.example",
    "https://sns.us-east-1.amazonaws.com/a.pem",
    "https://sns.cn-north-1.amazonaws.com.cn/a.pem",
  ])("may be %s", async (url) => expect(await isTrusted(url)).toBe(true));

  it.each<readonly [string, string]>([
    ["no URL", "api.paypal.com/cert"],
    ["nothing", ""],
    ["a path", "/cert"],
    ["without encryption", "http://api.paypal.com/cert"],
    ["by another protocol", "ftp://api.paypal.com/cert"],
    ["a file", "file://api.paypal.com/cert"],
    ["in itself", "data:text/plain,api.paypal.com"],
    ["without a path", "https://api.paypal.com"],
    ["with its own port", "https://api.paypal.com:443/"],
    ["in capitals", "https://API.PayPal.com/cert"],
    ["with a way back", "https://api.paypal.com/certs/../cert"],
    ["at another port", "https://api.paypal.com:8443/cert"],
    ["with a user", "https://me@api.paypal.com/cert"],
    ["with a password", "https://:secret@api.paypal.com/cert"],
    ["of a host before which the right one stands as a user", "https://api.paypal.com@evil.example/cert"],
    ["of a host before which the right one stands with a port", "https://api.paypal.com:443@evil.example/cert"],
    ["of a host behind a backslash", "https://evil.example\\@api.paypal.com/cert"],
    ["of a host that ends in a point", "https://api.paypal.com./cert"],
    ["of a region with a character that none has", "https://sns.us-east_1.amazonaws.com/a.pem"],
    ["of a host that ends otherwise", "https://api.paypal.com.evil.example/cert"],
    ["of a host that begins otherwise", "https://evil-api.paypal.com/cert"],
    ["of a host below", "https://evil.api.paypal.com/cert"],
    ["of a host above", "https://paypal.com/cert"],
    ["of a host that only looks alike", "https://api.pаypal.com/cert"],
    ["of a host of which a point is any letter", "https://apixpaypal.com/cert"],
    ["of an address", "https://127.0.0.1/cert"],
    ["of two labels for the one", "https://sns.us.east.amazonaws.com/a.pem"],
    ["of no label for the one", "https://sns.amazonaws.com/a.pem"],
    ["of an empty label for the one", "https://sns..amazonaws.com/a.pem"],
    ["of a label of two letters for the one", "https://sns.us.amazonaws.com/a.pem"],
    ["of a label with another sign for the one", "https://sns.us_east.amazonaws.com/a.pem"],
    ["of a bucket that anybody can have", "https://sns-us-east-1.s3.amazonaws.com/a.pem"],
    ["of the other end only", "https://sns.us-east-1.amazonaws.com.com/a.pem"],
    ["with a blank in its host", "https://api.paypal.com /cert"],
  ])("may not be %s: %s", async (_, url) => expect(await isTrusted(url)).toBe(false));

  it("that may not be is never asked for", async () => {
    const asked: string[] = [];
    await keyAt("https://evil.example/cert", HOSTS, checkOf({ fetchKey: (url) => void asked.push(url) as undefined }));
    await keyAt("https://api.paypal.com/cert", HOSTS, checkOf({ fetchKey: (url) => void asked.push(url) as undefined }));
    expect(asked).toEqual(["https://api.paypal.com/cert"]);
  });

  it("is trusted by no host of an empty list", async () => {
    expect(await keyAt("https://api.paypal.com/", [], checkOf({ fetchKey: () => JWK }))).toBe("key_url_untrusted");
  });
});

describe("a key that is fetched", () => {
  const set = (...keys: readonly unknown[]): KeyFetcher => () => ({ keys });
  const other = { ...JWK, kid: "2" };

  it.each<readonly [string, KeyFetcher, unknown]>([
    ["is a JSON Web Key", () => JWK, JWK],
    ["may come later", () => Promise.resolve(JWK), JWK],
    ["is a public key in PEM", () => testKeys.rsa.pub, expect.any(Uint8Array)],
    ["is a certificate in PEM", () => testKeys.rsa.cert, expect.any(Uint8Array)],
    ["is not there", () => undefined, "key_unknown"],
    ["is not there, later", () => Promise.resolve(undefined), "key_unknown"],
    ["is no key", () => "<html>", "key_unavailable"],
    ["is an empty text", () => "", "key_unavailable"],
    ["is a private key", () => testKeys.rsa.priv, "key_unavailable"],
    ["is null, against its type", () => null as unknown as undefined, "key_unavailable"],
    ["is null later, against its type", () => Promise.resolve(null as unknown as undefined), "key_unavailable"],
    ["cannot be fetched", () => { throw new Error("down"); }, "key_unavailable"],
    ["cannot be fetched, later", () => Promise.reject(new Error("down")), "key_unavailable"],
    ["is the one of its id in a set", set(other, JWK), JWK],
    ["is in no empty set", set(), "key_unknown"],
    ["is in no set of others", set(other), "key_unknown"],
    ["is in no set that has two of its id", set(JWK, other, JWK), "key_unknown"],
    ["is in a set beside what is none", set(null, 1, "1", [], { kty: "EC" }, JWK), JWK],
  ])("%s", async (_, fetchKey, found) => {
    expect(await fetchedKey("https://keys.example", checkOf({ fetchKey }), "1")).toEqual(found);
  });

  it("cannot be had by its id alone", async () => expect(await fetchedKey("kid-1", checkOf())).toBe("key_unavailable"));

  it("without an id is in no set, not even where a key has none", async () => {
    expect(await fetchedKey("https://keys.example", checkOf({ fetchKey: set(JWK, { kty: "EC" }) }))).toBe("key_unknown");
  });
});
