import { tooLarge } from "../body.js";
import { joinChunks } from "../bytes.js";
import { WebhookError } from "../errors.js";
import type { BodyReader, WebhookRequest } from "../request.js";
import type { WebhookResponse } from "../response.js";
import { type Advice, keptBytes, keptText } from "./raw-body.js";

/** The part of `http.IncomingMessage` that a body is read from. */
export interface NodeStream {
  readonly readableDidRead: boolean;
  readonly readableEnded: boolean;
  readonly destroyed: boolean;
  readonly socket?: { readonly remoteAddress?: string | undefined } | undefined;
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** The part of `http.IncomingMessage`, and of what frameworks hang on it, that is read. */
export interface NodeRequest extends NodeStream {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  /** Express: the URL before mount points were stripped. */
  readonly originalUrl?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/** The part of `http.ServerResponse` that is used. */
export interface NodeResponse {
  readonly headersSent: boolean;
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(body?: string): unknown;
}

/** A delivery from Node's request: its headers as they are, its bytes when their turn comes. */
export function fromNodeRequest(request: NodeRequest, advice: Advice): WebhookRequest {
  return {
    method: request.method ?? "",
    url: request.originalUrl ?? request.url ?? "",
    headers: request.headers,
    remoteAddress: request.socket?.remoteAddress,
    body: (maxBytes, warn) => readBody(request, [request.rawBody, request.body], advice)(maxBytes, warn),
  };
}

/** Reads bytes that a parser kept, or else the unread stream, or else a parser's text: what it made of the bytes is no use. */
export function readBody(stream: NodeStream, kept: readonly unknown[], advice: Advice): BodyReader {
  return (maxBytes, warn) => {
    const bytes = keptBytes(kept);
    if (bytes !== undefined) return bytes;
    return stream.readableDidRead ? keptText(kept, advice, warn) : readStream(stream, maxBytes);
  };
}

/** Writes an answer, unless something else (a time-out) answered first. */
export function sendNodeResponse(response: NodeResponse, answer: WebhookResponse): void {
  if (response.headersSent) return;
  // Not by `writeHead`: Node would have to send the body in chunks, as it tells the length only of what it has not begun.
  response.statusCode = answer.status;
  const headers = nodeHeaders(answer);
  for (const name of Object.keys(headers)) response.setHeader(name, headers[name] as string);
  response.end(answer.body);
}

/** An answer's headers for a server that must close the connection itself. */
export function nodeHeaders({ status, headers }: WebhookResponse): Readonly<Record<string, string>> {
  // The rest of a body that is too large is still on its way: nobody will read it.
  return status === 413 ? { ...headers, connection: "close" } : headers;
}

function readStream(stream: NodeStream, maxBytes: number): Uint8Array | Promise<Uint8Array> {
  // What has happened already is not told again: waiting for it would be for ever.
  if (stream.readableEnded) return new Uint8Array(0);
  if (stream.destroyed) throw clientGone();
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    stream.on("data", (chunk) => {
      size += chunk.length;
      if (size <= maxBytes) return void chunks.push(chunk);
      reject(new WebhookError("body_too_large", tooLarge(maxBytes)));
    });
    stream.on("end", () => resolve(joinChunks(chunks, size)));
    stream.on("error", reject);
    // Told of every request, after its end as well: an Error's stack would be made for nobody.
    stream.on("close", () => stream.readableEnded || reject(clientGone()));
  });
}

function clientGone(): Error {
  return new Error("The client closed the connection");
}
