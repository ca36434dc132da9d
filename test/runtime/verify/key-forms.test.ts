import { createPublicKey, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PublicKeyAlgorithm, PublicKeyMaterial } from "../../../src/runtime/crypto/key.js";
import * as node from "../../../src/runtime/crypto/node.js";
import * as web from "../../../src/runtime/crypto/web.js";
import { readPublicKey } from "../../../src/runtime/verify/public-key.js";
import { testKeys } from "../testing/sign-family.js";

const { ec, ed, rsa } = testKeys;
const DATA = Buffer.from("data");

const jwkOf = (pem: string): Readonly<Record<string, string>> => createPublicKey(pem).export({ format: "jwk" }) as Readonly<Record<string, string>>;
const derOf = (pem: string): Buffer => createPublicKey(pem).export({ format: "der", type: "spki" });

describe("a public key as a text", () => {
  const escaped = rsa.pub.replace(/\n/g, "\\n");

  it.each<readonly [string, string]>([
    ["in PEM", rsa.pub],
    ["in PEM, between blanks", `\n  ${rsa.pub}\n `],
    ["in PEM, with the line ends of Windows", rsa.pub.replace(/\n/g, "\r\n")],
    ["in PEM, with line ends as an environment variable holds them", escaped],
    ["in PEM, on one line", rsa.pub.replace(/\n/g, " ")],
    ["in a certificate", rsa.cert],
    ["in a certificate, with line ends as an environment variable holds them", rsa.cert.replace(/\n/g, "\\n")],
    ["in base64 of its DER", derOf(rsa.pub).toString("base64")],
    ["in base64 of its DER, on several lines", derOf(rsa.pub).toString("base64").replace(/.{64}/g, "$&\n")],
  ])("is read %s", (_, text) => expect(Buffer.from(readPublicKey(text) as Uint8Array)).toEqual(derOf(rsa.pub)));

  it("is read as a JSON Web Key", () => expect(readPublicKey(` ${JSON.stringify(jwkOf(ec.pub))}\n`)).toEqual(jwkOf(ec.pub)));

  it.each<readonly [string, string]>([
    ["of nothing", ""],
    ["of another text", "whsec_secret"],
    ["of a private key", rsa.priv],
    ["with words before the key", `my key: ${rsa.pub}`],
    ["of a key without its end", rsa.pub.split("-----END")[0] as string],
    ["of a key that ends as a certificate", rsa.pub.replace("END PUBLIC KEY", "END CERTIFICATE")],
    ["of a key of other letters", rsa.pub.replace(/A/g, "?")],
    ["of an empty key", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----"],
    ["of a certificate that is none", rsa.pub.replaceAll("PUBLIC KEY", "CERTIFICATE")],
    ["of a file of another kind", rsa.pub.replaceAll("PUBLIC KEY", "RSA PUBLIC KEY")],
    ["of JSON that is none", "{"],
    ["of base64url", Buffer.from(derOf(rsa.pub)).toString("base64url")],
  ])("is none %s", (_, text) => expect(readPublicKey(text)).toBeUndefined());
});

describe("a public key on node:crypto and on WebCrypto", () => {
  const [ecJwk, edJwk, rsaJwk] = [jwkOf(ec.pub), jwkOf(ed.pub), jwkOf(rsa.pub)];
  const signatures = {
    ES256: sign("sha256", DATA, { key: ec.priv, dsaEncoding: "ieee-p1363" }),
    RS256: sign("sha256", DATA, rsa.priv),
    EdDSA: sign(null, DATA, ed.priv),
  };

  /** What each platform says of the right signature under a key. */
  async function verify(algorithm: keyof typeof signatures, material: PublicKeyMaterial, signature: Uint8Array = signatures[algorithm]): Promise<readonly boolean[]> {
    const found = [node, web].map(async (platform) => {
      const key = platform.toPublicKey(algorithm satisfies PublicKeyAlgorithm, material);
      return key !== undefined && platform.verifySignature(algorithm, key, signature, DATA);
    });
    return Promise.all(found);
  }

  it.each<readonly [string, keyof typeof signatures, PublicKeyMaterial]>([
    ["of ECDSA, as DER", "ES256", derOf(ec.pub)],
    ["of ECDSA, as a JSON Web Key", "ES256", ecJwk],
    ["of ECDSA, that says what else it is for", "ES256", { ...ecJwk, use: "enc", key_ops: [], alg: "ES384", ext: false }],
    ["of RSA, as DER", "RS256", derOf(rsa.pub)],
    ["of RSA, as a JSON Web Key", "RS256", rsaJwk],
    ["of RSA, that says what else it is for", "RS256", { ...rsaJwk, use: "enc", alg: "PS256" }],
    ["of Ed25519, as DER", "EdDSA", derOf(ed.pub)],
    ["of Ed25519, as a JSON Web Key", "EdDSA", edJwk],
  ])("verifies: %s", async (_, algorithm, material) => {
    expect(await verify(algorithm, material)).toEqual([true, true]);
    const [right] = [signatures[algorithm]];
    for (const other of [right.subarray(1), right.subarray(0, -1), Buffer.concat([right, Buffer.alloc(1)]), Buffer.alloc(0), Buffer.alloc(right.length)]) {
      expect(await verify(algorithm, material, other)).toEqual([false, false]);
    }
  });

  it.each<readonly [string, keyof typeof signatures, PublicKeyMaterial]>([
    ["without its curve", "ES256", { ...ecJwk, crv: undefined }],
    ["of a curve in another case", "ES256", { ...ecJwk, crv: "p-256" }],
    ["off its curve", "ES256", { ...ecJwk, y: ecJwk["x"] }],
    ["without a coordinate", "ES256", { ...ecJwk, y: null }],
    ["of another curve", "EdDSA", { ...edJwk, crv: "X25519" }],
    ["of another kind", "ES256", rsaJwk],
    ["of another kind, as DER", "RS256", derOf(ec.pub)],
    ["of a secret", "RS256", { kty: "oct", k: "AQAB" }],
    ["of nothing", "ES256", {}],
    ["of nothing, as DER", "ES256", new Uint8Array()],
  ])("verifies nothing: %s", async (_, algorithm, material) => expect(await verify(algorithm, material)).toEqual([false, false]));
});
