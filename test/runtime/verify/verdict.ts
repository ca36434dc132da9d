import { verifySignature, type VerifyResult, type WebhookSpec } from "@smart-webhooks/runtime";

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
