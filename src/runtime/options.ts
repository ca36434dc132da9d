import type { WebhookError } from "./errors.js";
import type { DeliveryHooks, WebhookExtension } from "./extension.js";
import type { Dispatcher } from "./dispatch/dispatcher.js";
import type { ClaimStore } from "./store/claim-store.js";
import type { Delivery, KeyFetcher } from "./verify/delivery.js";

/** What a delivery's log line and `onError` are told. Never a secret, a signature or the payload. */
export interface DeliveryDetails {
  readonly provider: string;
  readonly webhook: string;
  readonly event?: string | undefined;
  readonly action?: string | undefined;
  readonly id?: string | undefined;
  /** The HTTP status answered. */
  readonly status?: number;
  /** Milliseconds from the request's arrival. */
  readonly duration?: number;
  readonly code?: string;
  /** Why, in the project's own words. */
  readonly reason?: string;
  /** What was thrown. */
  readonly cause?: unknown;
}

/** `console` is one, and so are pino, winston and most others behind a line of glue. */
export interface WebhookLogger {
  info?(message: string, details: DeliveryDetails): void;
  warn?(message: string, details: DeliveryDetails): void;
  error?(message: string, details: DeliveryDetails): void;
}

/** One secret, several (all accepted, for rotation), or a look-up per request (`undefined`: no such tenant, 401). */
export type SecretOption =
  | string
  | readonly string[]
  | ((request: Delivery) => SecretLookup | Promise<SecretLookup>);

/** What a secret look-up may answer. */
export type SecretLookup = string | readonly string[] | undefined;

/** Options of a handler's constructor, all optional. */
export interface WebhookHandlerOptions extends DeliveryHooks {
  /** Used in place of the environment variable. A blank one throws at construction. */
  readonly secret?: SecretOption | undefined;
  /** Read in place of `process.env`. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** The clock, in Unix milliseconds. */
  readonly now?: (() => number) | undefined;
  /** Seconds a delivery's timestamp may be off the clock, both ways, in place of the provider's. */
  readonly tolerance?: number | undefined;
  /** Origin under which the provider sees this server, perhaps with a path: needed where the URL is signed. */
  readonly publicUrl?: string | undefined;
  /**
   * Where the URL is signed and `publicUrl` is not given: makes it of `X-Forwarded-Proto`, and of `X-Forwarded-Host` or `Host`.
   * Only behind a proxy that sets these itself: anybody else can write what they like into them.
   */
  readonly trustProxy?: boolean | undefined;
  /** Values such as `webhookId`, in place of the environment's. */
  readonly params?: Readonly<Record<string, string | undefined>> | undefined;
  /** Gets keys for schemes that name them by URL or id. By URL they are fetched, and kept for an hour, unless given. */
  readonly fetchKey?: KeyFetcher | undefined;
  /** Told the secret that a provider tells in a handshake (Asana, Notion). It is used for nothing until it is given as `secret`. */
  readonly onSecret?: ((secret: string, request: Delivery) => void | Promise<void>) | undefined;
  /** Remembers deliveries, so that one sent twice is handled once. In this process's memory unless given; `false` for none. */
  readonly store?: ClaimStore | false | undefined;
  /** Milliseconds a method may take before its delivery may be handled by another process; five minutes unless told. */
  readonly lease?: number | undefined;
  /** Queues verified deliveries and answers 202: a worker handles them. */
  readonly dispatcher?: Dispatcher | undefined;
  /** Guards and observers: `allowAddresses()`, `limitRate()`, `openTelemetry()`. The first one stands outermost. */
  readonly use?: readonly WebhookExtension[] | undefined;
  /** `strict` remembers what was signed, too: for providers whose delivery id is not signed, so that anybody can change it. */
  readonly replay?: "strict" | undefined;
  /**
   * Compares payloads with their types after the signature and before the method, with what `generate --validators` wrote.
   * `warn` logs the first field of another JSON type, `reject` also answers 400. A missing or new field, or a new value of a
   * known type, is no mismatch. `off` unless told.
   */
  readonly validate?: "off" | "warn" | "reject" | undefined;
  /** Served in place of the spec's path. */
  readonly path?: string | readonly string[] | undefined;
  /** Larger bodies are answered 413, before they are read to the end. */
  readonly maxBodyBytes?: number | undefined;
  /** `console.warn` and `console.error` unless given; `{}` is silence. */
  readonly logger?: WebhookLogger | undefined;
  /** Told of every refused or failed delivery, but for an error that a method itself answered. */
  readonly onError?: ((error: WebhookError, details: DeliveryDetails) => void) | undefined;
  /** Names of `on…` methods that no event calls, on purpose: no warning for them. */
  readonly allow?: readonly string[] | undefined;
}
