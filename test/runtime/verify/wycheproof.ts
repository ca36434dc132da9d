import { verifySignature } from "@smart-webhooks/runtime";
import { type Encoding, header, jwt, type JwtAlgorithm, type Scheme } from "@smart-webhooks/runtime/verify";
import { describe, expect, it } from "vitest";
import { toPublicKey, verifySignature as isSigned } from "../../../src/runtime/crypto/node.js";
import { fromHex, isPresent, readGroups, type WycheproofGroup, type WycheproofTest } from "./wycheproof-files.js";
import { algorithmsOf, isSignedBy, isSignedByOneOf, KEY_DIFFERENCES, readEnvelope, SIGNATURE_DIFFERENCES } from "./wycheproof-jose.js";
import { type Suite, suites } from "./wycheproof-signatures.js";

const ENCODINGS: readonly Encoding[] = ["hex", "base64", "base64url"];

/** Google's test vectors through our own reading of headers: the same on each platform's cryptography. */
export function describeWycheproof(platform: string): void {
  describe(`Wycheproof on ${platform}`, () => {
    it(isPresent ? "has vectors" : "has no vectors here: the folder is not beside the project", () => {
      const counts = [...suites.map(({ file }) => file), PSS, JWS, JWK].map((file) => inGroups(file).length);
      const least = isPresent ? [...suites.map(({ tests }) => tests), 108, 401, 26] : counts.map(() => 0);
      expect(counts.map((count, index) => count >= (least[index] ?? Infinity))).toEqual(counts.map(() => true));
    });
    if (isPresent) describeFiles();
  });
}

function describeFiles(): void {
  it.each(suites.map((suite) => [suite.name, suite] as const))("%s: each signature in each encoding, under each form of its key", async (_, suite) => {
    expect(await runSuite(suite)).toEqual([]);
  });

  it("RSA-PSS: each signature", async () => {
    const wrong = await wrongOf(inGroups(PSS), isValid, async ({ test, group }) => {
      const key = toPublicKey("PS256", fromHex(group.publicKeyDer));
      return key !== undefined && isSigned("PS256", key, fromHex(test.sig), fromHex(test.msg));
    });
    expect(wrong).toEqual([]);
  });

  it("JSON Web Signatures: one that is in order and the key's, and no other", async () => {
    const accepts = (one: InGroup): boolean => isValid(one) !== SIGNATURE_DIFFERENCES.has(one.test.tcId);
    const wrong = await wrongOf(inGroups(JWS), accepts, async ({ test: { jws }, group }) => {
      const envelope = typeof jws === "string" ? readEnvelope(jws) : undefined;
      return envelope !== undefined && algorithmsOf(group).includes(envelope.alg) && isSignedBy(envelope, group.public ?? group.private ?? {});
    });
    expect(wrong).toEqual([]);
  });

  // None of these tests signs claims: `foo` under the best of signatures says nothing of a delivery.
  it("JSON Web Signatures: jwt() takes none, and calls the valid ones malformed", async () => {
    const wrong = await wrongOf(inGroups(JWS), () => false, async ({ test: { jws, result }, group }) => {
      const verify = jwt({ token: header("x-token"), algorithms: algorithmsOf(group) as readonly JwtAlgorithm[] });
      const headers = { "x-token": typeof jws === "string" ? jws : JSON.stringify(jws) };
      const secret = JSON.stringify(group.public ?? group.private);
      const found = await verifySignature({ verify }, { method: "POST", url: "/", headers, body: fromHex("") }, { secret });
      return found.ok || (result === "valid" && found.reason !== "signature_malformed");
    });
    expect(wrong).toEqual([]);
  });

  it("JSON Web Keys: of a key set, only the one public key that the token names", async () => {
    const accepts = (one: InGroup): boolean => isValid(one) !== KEY_DIFFERENCES.has(one.test.tcId);
    const wrong = await wrongOf(inGroups(JWK), accepts, async ({ test: { jws }, group }) => {
      const envelope = readEnvelope(jws as string);
      return envelope !== undefined && isSignedByOneOf(envelope, group.public ?? group.private ?? {});
    });
    expect(wrong).toEqual([]);
  });
}

const PSS = "rsa_pss_2048_sha256_mgf1_32_test.json";
const JWS = "json_web_signature_test.json";
const JWK = "json_web_key_test.json";

interface InGroup {
  readonly test: WycheproofTest;
  readonly group: WycheproofGroup;
}

function inGroups(file: string): readonly InGroup[] {
  return readGroups(file).flatMap((group) => group.tests.map((test) => ({ test, group })));
}

function isValid({ test }: InGroup): boolean {
  return test.result === "valid";
}

async function runSuite({ file, scheme, secrets, accepts }: Suite): Promise<readonly object[]> {
  const attempts = inGroups(file).flatMap(({ test, group }) =>
    secrets(group, test).flatMap((secret) => ENCODINGS.map((encoding) => ({ group, test, secret, encoding }))),
  );
  const schemes = new Map<Encoding, Scheme>(ENCODINGS.map((encoding) => [encoding, scheme(encoding)]));
  return wrongOf(attempts, ({ test, group }) => accepts(test, group), async ({ test, secret, encoding }) => {
    const headers = { "x-signature": Buffer.from(test.tag ?? test.sig, "hex").toString(encoding) };
    const spec = { verify: schemes.get(encoding) as Scheme };
    return (await verifySignature(spec, { method: "POST", url: "/", headers, body: fromHex(test.msg) }, { secret })).ok;
  });
}

/** The tests that came out other than they should. */
async function wrongOf<T extends InGroup>(tests: readonly T[], accepts: (one: T) => boolean, run: (one: T) => Promise<boolean>): Promise<readonly object[]> {
  const wrong: object[] = [];
  for (const one of tests) {
    const accepted = await run(one);
    const { tcId, comment, result, flags } = one.test;
    if (accepted !== accepts(one)) wrong.push({ tcId, comment, result, flags, accepted });
  }
  return wrong;
}
