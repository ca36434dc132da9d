import { joinChunks } from "../bytes.js";
import { WebhookError } from "../errors.js";
import type { WebhookRequest } from "../request.js";
import type { WebhookResponse } from "../response.js";

/** The part of `http.IncomingMessage`, and of what frameworks hang on it, that is read. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: the URL before mount points were stripped. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly readableDidRead: boolean;
  readonly body?: unknown;
  readonly rawBody?: unknown;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeResponse {
  readonly headersSent: boolean;
  writeHead(status: number, headers: Readonly<Record<string, string>>): unknown;
  end(body?: string): unknown;
}

/** A delivery from Node's request: its headers as they are, its bytes when their turn comes. */
export function fromNodeRequest(request: NodeRequest, fix: string): WebhookRequest {
  return {
    method: request.method ?? "",
    url: request.originalUrl ?? request.url ?? "",
    headers: request.headers,
    body: (maxBytes) => readBytes(request, maxBytes, fix),
  };
}

/** Writes an answer, unless something else (a time-out) answered first. */
export function sendNodeResponse(response: NodeResponse, answer: WebhookResponse): void {
  if (response.headersSent) return;
  const { status, headers, body } = answer;
  // The rest of a body that is too large is still on its way: nobody will read it.
  response.writeHead(status, status === 413 ? { ...headers, connection: "close" } : headers);
  response.end(body);
}

/** Bytes a parser kept, or else the unread stream, or else a parser's text: what it made of the bytes is no use. */
function readBytes(request: NodeRequest, maxBytes: number, fix: string): Uint8Array | Promise<Uint8Array> {
  for (const kept of [request.rawBody, request.body]) if (kept instanceof Uint8Array) return kept;
  if (!request.readableDidRead) return readStream(request, maxBytes);
  // Text can stand in for the bytes as long as they were UTF-8 without a byte order mark; others fail the signature.
  for (const kept of [request.rawBody, request.body]) if (typeof kept === "string") return new TextEncoder().encode(kept);
  throw new WebhookError("body_already_parsed", `A body parser read the request before the webhook could: the signature covers the raw bytes. ${fix}`);
}

function readStream(request: NodeRequest, maxBytes: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      reject(new WebhookError("body_too_large", `The body has more than ${maxBytes} bytes`));
    });
    request.on("end", () => resolve(joinChunks(chunks, size)));
    request.on("error", reject);
    request.on("close", () => reject(new Error("The client closed the connection")));
  });
}
