import { fail, type Outcome } from "../outcome.js";
import type { Check } from "../verify/delivery.js";
import { WebhookResponse } from "../response.js";
import { asText, atPath, type ValueSource } from "../verify/sources.js";

/** A request that asks for an answer of its own and is no event: a provider making sure of the endpoint. */
export interface Handshake {
  /** Where a request shows that it is one, and what must stand there, of the same JSON type. */
  readonly when: readonly [source: ValueSource, value: string | number | boolean];
  readonly reply: HandshakeReply;
}

/** The answer to a handshake: a text or JSON, in which sources stand for what the request says there. */
export type HandshakeReply =
  | { readonly text: ValueSource }
  | { readonly json: Readonly<Record<string, ValueSource | string | number>> }
  | { readonly status: number };

/** The answer to a verified delivery that is a handshake; undefined for any other. */
export function shakeHands(handshakes: readonly Handshake[], check: Check): Outcome | undefined {
  const found = handshakes.find(({ when: [source, value] }) => valueAt(source, check) === value);
  return found && (reply(found.reply, check) ?? fail("body_malformed", "The handshake does not say what to answer"));
}

function reply(answer: HandshakeReply, check: Check): WebhookResponse | undefined {
  if ("status" in answer) return new WebhookResponse(undefined, { status: answer.status });
  if ("text" in answer) {
    const text = asText(valueAt(answer.text, check));
    // Plain text, and kept so: what is echoed here was written by somebody else.
    const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
    return text === undefined ? undefined : new WebhookResponse(text, { headers });
  }
  const entries = Object.entries(answer.json).map(([key, value]) => [key, typeof value === "object" ? asText(valueAt(value, check)) : value] as const);
  return entries.every(([, value]) => value !== undefined) ? new WebhookResponse(Object.fromEntries(entries)) : undefined;
}

function valueAt(source: ValueSource, check: Check): unknown {
  if (source.from === "field") return atPath(source.path, check.payload());
  const written = source.read(check);
  return typeof written === "string" ? undefined : written.texts[0];
}
