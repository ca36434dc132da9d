import type { SignedRequest } from "@smart-webhooks/runtime/testing";
import { GenerateError } from "../errors.js";

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
  const { method, headers, body, url } = request;
  const start = performance.now();
  try {
    const response = await fetch(origin + url, { method, headers, body, redirect: "manual", signal: AbortSignal.timeout(timeout) });
    const read = await readStart(response.body);
    return { status: response.status, headers: Object.fromEntries(response.headers), ...read, duration: performance.now() - start };
  } catch (error) {
    throw noAnswer(origin, timeout, error);
  }
}

async function readStart(stream: Response["body"]): Promise<Pick<Answer, "body" | "truncated">> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    chunks.push(chunk as Uint8Array);
    length += (chunk as Uint8Array).length;
    if (length > MOST_BYTES) break;
  }
  return { body: new TextDecoder().decode(Buffer.concat(chunks).subarray(0, MOST_BYTES)), truncated: length > MOST_BYTES };
}

function noAnswer(origin: string, timeout: number, error: unknown): GenerateError {
  const problem = (code: string, message: string, hint: string): GenerateError => new GenerateError([{ code, severity: "error", message, hint }]);
  if (error instanceof Error && error.name === "TimeoutError") return problem("no-answer", `${origin} did not answer within ${timeout / 1000} seconds`, "See what the app waits for");
  const code = causeCode(error);
  if (code === "ECONNREFUSED") return problem("connection-refused", `Nothing listens at ${origin}`, "Start your app, or say where it listens with --url");
  return problem("no-answer", `${origin} gave no answer (${code})`, "See what the app logs, and whether the URL is right");
}

/** `fetch` hides it in the cause, and where a name has several addresses, in the cause of each. */
function causeCode(error: unknown): string {
  const { cause, code, errors } = (error ?? {}) as { readonly cause?: unknown; readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (cause !== undefined) return causeCode(cause);
  if (errors?.[0] !== undefined) return causeCode(errors[0]);
  return typeof code === "string" ? code : error instanceof Error ? error.message : String(error);
}
