import { receiverOf, type WebhookHandler } from "../handler.js";
import { isFailure } from "../outcome.js";
import type { Receiver } from "../receiver.js";
import { type EventName, splitEventName } from "./event-name.js";
import type { WebhookSpec } from "../spec.js";
import type { HeaderSource, Source } from "../verify/sources.js";
import { completePayload, type DeliveryNames, inBatch } from "./complete-payload.js";
import { type Draft, withValue } from "./draft.js";
import { sign } from "./sign.js";
import { toBody, wrapped } from "./to-body.js";

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
  /** The delivery's id, where the provider sends it in a header; a new one each time unless given. */
  readonly id?: string | undefined;
  /** The time of signing in Unix milliseconds; the handler's clock unless given. */
  readonly now?: number | undefined;
  /** More headers, or others in place of those made. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/**
 * A delivery of an event as the provider would send it, signed with the handler's secret. Where the body tells the event,
 * its action or its id, and the payload does not, they are filled in. The payload of a batch's event is an item of it, or a list of items; a text is the whole body.
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
  const names = { ...splitEventName(spec, name), id: options.id ?? `test-${randomId()}` };
  const whole = completePayload(spec, payload, names);
  const draft: Draft = {
    method: "POST",
    url: [receiver.path].flat()[0] as string,
    ...toBody(spec, spec.batch && typeof whole !== "string" ? inBatch(spec.batch.path, whole) : whole),
  };
  const request = withNames(spec, { ...draft, headers: { ...draft.headers, ...lowerCased(options.headers) } }, names);
  const secret = options.secret ?? (await ownSecret(receiver, request));
  const surroundings = receiver.surroundings(options.now ?? receiver.now());
  const { headers, url, body } = await sign(spec.verify, request, { secret, surroundings });
  return { method: "POST", url, headers: { ...headers, ...lowerCased(options.headers) }, body: wrapped(spec, body) as Bytes };
}

/** No test's delivery is another's duplicate by accident. */
function randomId(): string {
  return (globalThis as unknown as { readonly crypto: { randomUUID(): string } }).crypto.randomUUID();
}

function lowerCased(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** A draft with the event's name and the delivery's id, where the provider sends them in headers. */
function withNames(spec: WebhookSpec, draft: Draft, { type, id }: DeliveryNames): Draft {
  const [place] = [spec.id ?? []].flat();
  const wire = spec.eventMap?.find(([, event]) => event === type)?.[0] ?? type;
  const named = isHeader(spec.event) ? withValue(draft, spec.event, String(wire)) : draft;
  return place && isHeader(place) && !(place.name in named.headers) ? withValue(named, place, id) : named;
}

function isHeader(source: Source): source is HeaderSource {
  return source.from === "header";
}

async function ownSecret(receiver: Receiver, request: Draft): Promise<string> {
  if (receiver.spec.verify.keyless) return "";
  const secrets = await receiver.secrets(request);
  if (isFailure(secrets)) throw new TypeError(`${secrets.reason ?? "The handler has no secret"}, or give signedRequest a secret`);
  return secrets[0] as string;
}
