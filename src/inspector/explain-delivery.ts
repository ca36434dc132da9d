import { explain } from "../explain/explain.js";
import type { Explanation } from "../explain/explanation.js";
import { joinHeaders } from "../join-headers.js";
import type { DeliveryRecord } from "./delivery-record.js";
import type { SigningKeys } from "./find-key.js";
import { ownFetchKey } from "./own-fetch-key.js";
import { ownUrl } from "./own-url.js";
import { paramsOf } from "./params-of.js";
import { namedSecrets } from "./secrets-of.js";

/** How a delivery was verified, step by step, and why it was refused. No text of it holds a secret. */
export async function explainDelivery({ webhook: { spec }, request, at }: DeliveryRecord, keys: SigningKeys): Promise<Explanation | undefined> {
  if (request.isCut) return undefined;
  const { method, body } = request;
  const headers = joinHeaders(request.headers);
  return explain({ spec, request: { method, url: ownUrl(request), headers, body }, secrets: namedSecrets(spec, keys.env), now: at, params: paramsOf(spec, keys.env), fetchKey: ownFetchKey(spec, keys), publicUrl: keys.publicUrl });
}
