import { explain } from "../explain/explain.js";
import type { Explanation } from "../explain/explanation.js";
import type { DeliveryRecord } from "./delivery-record.js";
import { ownUrl } from "./own-url.js";
import { type Env, namedSecrets } from "./secrets-of.js";

/** How a delivery was verified, step by step, and why it was refused. No text of it holds a secret. */
export async function explainDelivery({ webhook: { spec }, request, at }: DeliveryRecord, env: Env): Promise<Explanation | undefined> {
  if (request.isCut) return undefined;
  const { method, body, headers: pairs } = request;
  const headers: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [written, value] of pairs) {
    const name = written.toLowerCase();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const params = Object.fromEntries(Object.entries(spec.params ?? {}).map(([name, variable]) => [name, env[variable]]));
  return explain({ spec, request: { method, url: ownUrl(request), headers, body }, secrets: namedSecrets(spec, env), now: at, params });
}
