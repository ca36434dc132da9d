import { tooLarge } from "./body.js";
import { joinChunks } from "./bytes.js";
import { WebhookError } from "./errors.js";
import type { WebhookRequest } from "./request.js";
import type { WebhookResponse } from "./response.js";

/** The part of a web-standard `Request` that is read. Structural: no DOM types are needed to compile. */
export interface FetchRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  readonly body: unknown;
  readonly bodyUsed: boolean;
}

/** The platform's own `Response`, where its types are loaded. */
export type FetchResponse = typeof globalThis extends { Response: { prototype: infer R } } ? R : object;

/** A delivery from a web-standard request. Its body is read when its turn comes, and no further than the limit; `gone` is the error when something read it before. */
export function fromFetchRequest(request: FetchRequest, gone: () => WebhookError = readBefore): WebhookRequest {
  const { method, url, headers } = request;
  const pairs = headers as unknown as Iterable<readonly [string, string]>;
  return { method, url, headers: pairs, body: (maxBytes) => readStream(request, maxBytes, gone) };
}

/** The platform's `Response` for an answer. */
export function toFetchResponse(response: WebhookResponse): FetchResponse {
  const { status, headers } = response;
  // 204 and its like may carry no body, not even an empty one.
  const bare = response.body === "" || [204, 205, 304].includes(status);
  return new Response(bare ? null : response.body, { status, headers: { ...headers } }) as FetchResponse;
}

function readBefore(): WebhookError {
  return new WebhookError("body_already_parsed", "Something read the request's body first: hand over the request before calling json() or text() on it");
}

async function readStream(request: FetchRequest, maxBytes: number, gone: () => WebhookError): Promise<Uint8Array> {
  if (request.bodyUsed) throw gone();
  if (request.body === null || request.body === undefined) return new Uint8Array(0);
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinChunks(chunks, size);
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw new WebhookError("body_too_large", tooLarge(maxBytes));
    }
    chunks.push(value);
  }
}
