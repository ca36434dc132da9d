import { readFileSync } from "node:fs";
import { verifySignature, type VerifyResult, type WebhookSpec } from "@smart-webhooks/runtime";
import type { KeyFetcher, Surroundings } from "@smart-webhooks/runtime/verify";
import { type Draft, toBytes } from "../../../src/runtime/testing/draft.js";
import { sign } from "../../../src/runtime/testing/sign.js";
import { vectors } from "../verify/load-families.js";
import { FAMILY_DRAFTS } from "./family-drafts.js";

type KeyPair = Readonly<Record<"priv" | "pub" | "cert", string>>;

/** Key pairs made for tests: those of the vectors, and others. */
export const testKeys = JSON.parse(readFileSync(new URL("../../fixtures/verify/test-keys.json", import.meta.url), "utf8")) as Readonly<
  Record<"ed" | "ed2" | "ec" | "ec2" | "rsa" | "rsa2", KeyPair>
>;

/** Unix milliseconds: the vectors' clock. */
export const NOW = 1_764_000_000_000;

/** What a request is signed with beside the secret. */
export const surroundings: Surroundings = {
  now: NOW,
  tolerance: undefined,
  publicUrl: undefined,
  trustUrl: true,
  fetchKey: undefined,
  params: { webhookId: "WEBHOOK_ID", appKey: "appkey" },
};

/** What both sides know: the secret, or the key pair and how the public key is handed out. */
export interface Knowledge {
  /** For signing. */
  readonly own: string;
  /** For verifying. */
  readonly secret?: string | readonly string[];
  readonly fetchKey?: KeyFetcher;
}

/** A request that `sign()` made for a family, and how to hold it against a spec. */
export interface SignedFamily {
  readonly draft: Draft;
  readonly request: Draft;
  readonly right: Knowledge;
  readonly wrong: Knowledge;
}

/** A request as the provider of a family would send it. */
export async function signFamily(family: string, spec: WebhookSpec): Promise<SignedFamily> {
  const draft = draftOf(family);
  const right = knowledgeOf(family, "");
  const request = wrapped(family, await sign(spec.verify, draft, { secret: right.own, surroundings }));
  return { draft: wrapped(family, draft), request, right, wrong: knowledgeOf(family, "2") };
}

/** The unsigned request of a family. */
export function draftOf(family: string): Draft {
  const { url = "https://hooks.example.com/hook?x=1", headers = {}, body = '{"id":"covered","name":"naïve"}' } = FAMILY_DRAFTS[family] ?? {};
  return { method: "POST", url, headers: { "content-type": "application/json", ...headers }, body: toBytes(body) };
}

/** What `verifySignature` says of a request. */
export async function verdictOf(spec: WebhookSpec, request: Draft, { secret, fetchKey }: Knowledge, now: number = NOW): Promise<VerifyResult> {
  return verifySignature(spec, request, { ...surroundings, now, secret, fetchKey });
}

/** `sign()` signs the JSON document; Dropbox Sign sends it as a field of a form. */
function wrapped(family: string, draft: Draft): Draft {
  if (family !== "dropbox-sign") return draft;
  return { ...draft, body: toBytes(`json=${encodeURIComponent(new TextDecoder().decode(draft.body))}`) };
}

function knowledgeOf(family: string, which: "" | "2"): Knowledge {
  const { ed, ec, rsa } = { ed: testKeys[`ed${which}`], ec: testKeys[`ec${which}`], rsa: testKeys[`rsa${which}`] };
  switch (family) {
    case "discord":
      return { own: ed.priv, secret: toDer(ed.pub).subarray(-32).toString("hex") };
    case "telnyx":
      return { own: ed.priv, secret: toDer(ed.pub).subarray(-32).toString("base64") };
    case "sendgrid":
      return { own: ec.priv, secret: ec.pub };
    case "plaid":
      return { own: ec.priv, fetchKey: () => ec.pub };
    case "aws-sns":
    case "paypal":
      return { own: rsa.priv, fetchKey: () => rsa.cert };
    default: {
      const secret = vectors.find((vector) => vector.provider === family)?.secret ?? "";
      const text = which === "" ? secret : secret.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
      return { own: text, secret: text };
    }
  }
}

function toDer(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----.*?-----|\s/g, ""), "base64");
}
