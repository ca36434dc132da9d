import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifySignature, type VerifyResult, type WebhookSpec } from "@smart-webhooks/runtime";
import { parse, stringify } from "yaml";
import { loadProvider } from "../../../src/load-provider.js";

/** One signed or forged request, and the verdict it must get. */
export interface Vector {
  readonly id: string;
  readonly provider: string;
  readonly secret?: string;
  readonly publicKey?: string;
  readonly previousSecrets?: readonly string[];
  readonly certificate?: string;
  readonly jwk?: Readonly<Record<string, unknown>>;
  readonly webhookId?: string;
  /** Unix seconds. */
  readonly now: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly recommended: boolean;
}

function read(name: string): string {
  return readFileSync(new URL(`../../fixtures/verify/${name}`, import.meta.url), "utf8");
}

/** Requests made by the vendors' own packages, and by their documented formulas. */
export const vectors: readonly Vector[] = (JSON.parse(read("signatures.json")) as { readonly vectors: readonly Vector[] }).vectors;

const schemes = parse(read("families.yaml")) as Readonly<Record<string, object>>;

/** The families that the vectors are of. */
export const families: readonly string[] = [...new Set(vectors.map(({ provider }) => provider))];

/** The spec of each family, from YAML by way of the table of calls. */
export async function loadFamilies(): Promise<ReadonlyMap<string, WebhookSpec>> {
  const cwd = mkdtempSync(join(tmpdir(), "swh-families-"));
  try {
    const specs = new Map<string, WebhookSpec>();
    for (const family of families) {
      mkdirSync(join(cwd, "providers", family), { recursive: true });
      const webhook = { ...schemes[family], event: "anything", events: ["anything"], path: "/hook" };
      // Not over a built-in provider of the same name: this is the whole of it.
      writeFileSync(join(cwd, "providers", family, "webhook.yaml"), stringify({ webhooks: { other: webhook } }));
      const { webhooks } = await loadProvider(family, { cwd });
      specs.set(family, (webhooks["other"] as { readonly spec: WebhookSpec }).spec);
    }
    return specs;
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** What `verifySignature` says of a request. */
export async function verdict(spec: WebhookSpec, vector: Vector): Promise<VerifyResult> {
  const { method, url, headers, now } = vector;
  const body = new TextEncoder().encode(vector.body);
  return verifySignature(spec, { method, url, headers, body }, {
    secret: vector.secret ?? vector.publicKey,
    previousSecrets: vector.previousSecrets,
    now: now * 1000,
    params: { webhookId: vector.webhookId, appKey: "appkey" },
    fetchKey: () => vector.certificate ?? vector.jwk,
  });
}
