import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { ContentPart, JwtScheme, SignatureOptions } from "@smart-webhooks/runtime/verify";

/** Whether a provider signs the URL that it calls: then the receiver must know its own. */
export function signsUrl({ verify }: WebhookSpec): boolean {
  const { content = [], hashes = {} } = verify as unknown as Partial<SignatureOptions & JwtScheme>;
  const parts = [...content, ...Object.values(hashes)].filter((one): one is ContentPart => typeof one === "object");
  return parts.some(({ part }) => part === "url" || part === "decodedUrl" || part === "urlWithoutQuery");
}
