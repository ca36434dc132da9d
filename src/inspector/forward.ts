import { type IncomingMessage, request as send } from "node:http";
import type { DeliveryAnswer, RawRequest } from "./delivery-record.js";
import { endToEnd } from "./end-to-end.js";
import { readUpTo } from "./read-up-to.js";

/** Milliseconds an app may take: longer than any provider waits. */
const LONGEST = 60_000;

/** Bytes of an answer that are kept and passed on. */
const MOST_BYTES = 1024 * 1024;

/**
 * Sends a request on to the app as it came, and gives its answer: one that never came is a 502 or 504 of the inspector's.
 *
 * @param stop - Ends the wait for an answer
 */
export async function forward(app: URL, request: RawRequest, stop: AbortSignal): Promise<DeliveryAnswer> {
  const start = performance.now();
  const duration = (): number => performance.now() - start;
  try {
    const response = await exchange(app, request, AbortSignal.any([AbortSignal.timeout(LONGEST), stop]));
    const { bytes } = await readUpTo(response, MOST_BYTES);
    response.destroy();
    return { from: "app", status: response.statusCode ?? 502, headers: endToEnd(response.rawHeaders), body: bytes, duration: duration() };
  } catch (error) {
    return { ...failed(app, error), duration: duration() };
  }
}

function exchange(app: URL, { method, url, headers, body }: RawRequest, signal: AbortSignal): Promise<IncomingMessage> {
  const kept = headers.filter(([name]) => name.toLowerCase() !== "content-length");
  const lines = [...kept, ["content-length", String(body.length)] as const, ["connection", "close"] as const];
  return new Promise((resolve, reject) => {
    const outgoing = send({
      host: app.hostname.replace(/^\[|\]$/g, ""),
      port: app.port || 80,
      method,
      path: app.pathname.replace(/\/+$/, "") + url,
      // Written as a list: names keep their case and order, and `Host` is the one that the provider called.
      headers: lines.flat(),
      signal,
    });
    outgoing.on("response", resolve).on("error", reject).end(body);
  });
}

function failed({ origin }: URL, error: unknown): Omit<DeliveryAnswer, "duration"> {
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  const isLate = name === "AbortError" || name === "TimeoutError";
  const reason = isLate ? `${origin} did not answer within ${LONGEST / 1000} seconds` : code === "ECONNREFUSED" ? `Nothing listens at ${origin}: start your app` : `${origin} gave no answer (${code ?? "unknown"})`;
  const answer = { status: "error", code: isLate ? "app_too_slow" : "app_unreachable", message: `${reason}.` };
  const body = new TextEncoder().encode(JSON.stringify(answer));
  return { from: "inspector", status: isLate ? 504 : 502, headers: [["content-type", "application/json"]], body, code: answer.code, reason };
}
