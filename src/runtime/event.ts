/** Header names in lower case. A header sent several times is one value, joined by `, `. */
export type EventHeaders = Readonly<Record<string, string | undefined>>;

/** What a `WebhookEvent` is made from. Times in Unix milliseconds. */
export interface WebhookEventInit<Type extends string, Payload, Action extends string | undefined> {
  readonly provider: string;
  readonly webhook?: string | undefined;
  readonly type: Type;
  readonly action?: Action;
  readonly id?: string | undefined;
  readonly payload: Payload;
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  readonly receivedAt?: number | undefined;
  readonly timestamp?: number | undefined;
  readonly verified?: boolean | undefined;
  readonly rawBody?: Uint8Array | undefined;
}

/**
 * One event of one delivery. `new WebhookEvent({ provider: "github", type: "push", payload })` makes
 * one for a test. Without type arguments it is any event: `type` a string, `payload` unknown.
 */
export class WebhookEvent<
  // The variances are written, so that no compiler of a user's has to find them out by comparing.
  out Type extends string = string,
  out Payload = unknown,
  out Action extends string | undefined = string extends Type ? string | undefined : undefined,
> {
  /** `github` */
  readonly provider: string;
  /** The webhook's name in the YAML: `default` unless it has one. */
  readonly webhook: string;
  /** The event's name as the provider writes it: `pull_request`. */
  readonly type: Type;
  /** `opened`; undefined for an event generated without actions. */
  readonly action: Action;
  /** The provider's id of this delivery. Often not covered by the signature: see the provider's page. */
  readonly id: string | undefined;
  /** The body as the provider sent it, parsed. */
  readonly payload: Payload;
  readonly headers: EventHeaders;
  /** When the request arrived, in Unix milliseconds. */
  readonly receivedAt: number;
  /** When the provider says it sent this, in Unix milliseconds, where a signature covers it. */
  readonly timestamp: number | undefined;
  /** Whether a signature was checked. False for an event made by hand and for an unsigned webhook. */
  readonly verified: boolean;
  /** The exact bytes received; empty for an event made by hand. */
  readonly rawBody: Uint8Array;

  constructor(init: WebhookEventInit<Type, Payload, Action>);
  // Unseen from outside: a delivery's headers are in lower case already.
  constructor(init: WebhookEventInit<Type, Payload, Action>, headers: EventHeaders = lowerCased(init.headers)) {
    this.provider = init.provider;
    this.webhook = init.webhook ?? "default";
    this.type = init.type;
    this.action = init.action as Action;
    this.id = init.id;
    this.payload = init.payload;
    this.headers = headers;
    this.receivedAt = init.receivedAt ?? Date.now();
    this.timestamp = init.timestamp;
    this.verified = init.verified ?? false;
    this.rawBody = init.rawBody ?? NO_BYTES;
  }
}

/** An event with the headers of its delivery, which are in lower case already. */
export const DeliveredEvent = WebhookEvent as new (init: WebhookEventInit<string, unknown, string | undefined>, headers: EventHeaders) => WebhookEvent;

const NO_BYTES = new Uint8Array(0);

function lowerCased(headers: EventHeaders = {}): EventHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
