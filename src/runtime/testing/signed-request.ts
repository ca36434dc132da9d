import { receiverOf, type WebhookHandler } from "../handler.js";
import { isFailure } from "../outcome.js";
import type { Receiver } from "../receiver.js";
import { type EventName, splitEventName } from "./event-name.js";
import { sign } from "./sign.js";

/** A request to give to `handler.handle()`, or to send: `fetch(origin + request.url, request)`. */
export interface SignedRequest {
  readonly method: "POST";
  /** The handler's path. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: Bytes;
}

/** Bytes as `fetch` takes them. `Uint8Array<ArrayBuffer>`, in words that TypeScript before 5.7 reads too. */
type Bytes = ReturnType<Uint8ArrayConstructor["of"]>;

/** Options of `signedRequest`. */
export interface SignedRequestOptions {
  /** The handler's own, unless given. */
  readonly secret?: string | undefined;
  /** The delivery's id, where the provider sends it in a header; `test-delivery` unless given. */
  readonly id?: string | undefined;
  /** The time of signing in Unix milliseconds; the handler's clock unless given. */
  readonly now?: number | undefined;
  /** More headers, or others in place of those made. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A delivery of an event as the provider would send it, signed with the handler's secret.
 *
 * @throws TypeError for an event that the class was not generated for, and when there is no secret
 */
export async function signedRequest<Handler extends WebhookHandler>(
  handler: Handler,
  name: EventName<Handler>,
  payload: unknown,
  options: SignedRequestOptions = {},
): Promise<SignedRequest> {
  const receiver = receiverOf(handler as unknown as WebhookHandler);
  const { spec } = receiver;
  const { type } = splitEventName(spec, name);
  const url = [receiver.path].flat()[0] as string;
  const body = new TextEncoder().encode(typeof payload === "string" ? payload : JSON.stringify(payload));
  const unsigned = { method: "POST", url, body } as const;
  const headers: Record<string, string> = { "content-type": "application/json" };
  if (spec.event.from === "header") headers[spec.event.name] = spec.event.prefix + type;
  if (spec.id?.from === "header") headers[spec.id.name] = options.id ?? "test-delivery";
  const secret = options.secret ?? (await ownSecret(receiver, { ...unsigned, headers }));
  Object.assign(headers, sign(spec.verify, unsigned, secret, options.now ?? receiver.now()), options.headers);
  return { ...unsigned, headers };
}

async function ownSecret(receiver: Receiver, request: SignedRequest): Promise<string> {
  if (!receiver.spec.verify.signed) return "";
  const secrets = await receiver.secrets(request);
  if (isFailure(secrets)) throw new TypeError(`${secrets.reason ?? "The handler has no secret"}, or give signedRequest a secret`);
  return secrets[0] as string;
}
