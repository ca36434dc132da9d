import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import type { SignedRequest } from "@smart-webhooks/runtime/testing";
import { type GenerateError, refused } from "../errors.js";
import { errorCode } from "../schema/error-code.js";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** As text, the first 64 KiB of it. */
  readonly body: string;
  /** Whether there was more of it. */
  readonly truncated: boolean;
  /** Milliseconds until the whole answer was there. */
  readonly duration: number;
}

const MOST_BYTES = 64 * 1024;

/**
 * Sends a request to an origin. A redirect is an answer like any other, and not followed. `timeout` in milliseconds.
 *
 * @throws GenerateError when nobody answers in time
 */
export async function post(origin: string, request: SignedRequest, { timeout }: { readonly timeout: number }): Promise<Answer> {
  const start = performance.now();
  try {
    const response = await send(origin, request, timeout);
    const headers = Object.fromEntries(Object.entries(response.headers).toSorted().map(([name, value]) => [name, [value ?? []].flat().join(", ")]));
    const read = await readStart(response);
    return { status: response.statusCode ?? 0, headers, ...read, duration: performance.now() - start };
  } catch (error) {
    throw noAnswer(origin, timeout, error);
  }
}

/** Not by `fetch`: it adds headers of browsers, and sends the body in a packet of its own, which then waits for the first one's receipt. */
function send(origin: string, { method, url, headers, body }: SignedRequest, timeout: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = origin.startsWith("https:") ? httpsRequest : httpRequest;
    // The path as it was signed: a URL object would write some of it in another way.
    const options = { method, path: url, headers: { "user-agent": "smart-webhooks", ...headers, "content-length": body.length }, signal: AbortSignal.timeout(timeout) };
    request(origin, options, resolve).on("error", reject).end(body);
  });
}

async function readStart(stream: AsyncIterable<Uint8Array>): Promise<Pick<Answer, "body" | "truncated">> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) break;
  }
  return { body: new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MOST_BYTES)), truncated: length > MOST_BYTES };
}

function noAnswer(origin: string, timeout: number, error: unknown): GenerateError {
  if (isTimeout(error)) return refused("no-answer", `${origin} did not answer within ${timeout / 1000} seconds`, "See what the app waits for");
  const code = errorCode(error);
  if (code === "ECONNREFUSED") return refused("connection-refused", `Nothing listens at ${origin}`, "Start your app, or say where it listens with --url");
  return refused("no-answer", `${origin} gave no answer (${code})`, "See what the app logs, and whether the URL is right");
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === "TimeoutError" || isTimeout(error.cause));
}
