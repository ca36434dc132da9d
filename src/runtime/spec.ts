import type { WebhookEvent } from "./event.js";
import type { Failure } from "./outcome.js";
import type { Receiver } from "./receiver.js";
import type { WebhookResponse } from "./response.js";
import type { BodyFormat } from "./verify/body-format.js";
import type { Scheme } from "./verify/delivery.js";
import type { Handshake } from "./verify/handshake.js";
import type { ItemsSource } from "./verify/items.js";
import type { FieldSource, Source } from "./verify/sources.js";

/** What a generated class knows of its webhook: the provider's YAML, resolved. `Handler` ties the routes to real methods. */
export interface WebhookSpec<Handler = unknown> {
  readonly provider: string;
  readonly webhook: string;
  /** One path or several. */
  readonly path: string | readonly string[];
  /** The environment variable that holds the secret; `<name>_PREVIOUS` is read too, for rotation. */
  readonly secretEnv?: string;
  readonly verify: Scheme;
  /** Values of the provider's that are no secrets, by the environment variables that hold them. */
  readonly params?: { readonly [variable: string]: string };
  readonly event: Source;
  readonly action?: FieldSource;
  /** Where the delivery's id stands; of several places the first that holds one. */
  readonly id?: Source | readonly Source[];
  /** The items of a delivery that holds several events: each is one, and its own payload. */
  readonly batch?: ItemsSource;
  /** Requests that are no events: the provider makes sure of the endpoint. */
  readonly handshakes?: readonly Handshake[];
  /** What the provider writes → the event's name, for providers that number their events. */
  readonly eventMap?: readonly (readonly [wire: string | number, event: string])[];
  /** What the provider wants to hear when a method gives nothing, and where no method takes an event. */
  readonly acknowledgement?: WebhookResponse;
  /** What the body is: JSON of a JSON content type unless told. */
  readonly bodyFormat?: BodyFormat;
  /** The largest body the provider sends, in bytes. */
  readonly maxBodyBytes?: number;
  /** Event → top-level keys its body must have, where the event's name is not signed. */
  readonly shape?: { readonly [event: string]: readonly string[] };
  /** What the option `validate` runs. Only in what `generate --validators` writes. */
  readonly validators?: EventValidators;
  readonly routes: { readonly [event: string]: EventRoute<Handler> };
}

/** The method of an event, or with its actions. */
export type EventRoute<Handler> =
  | MethodName<Handler>
  | {
      readonly method: MethodName<Handler>;
      readonly actions: { readonly [action: string]: MethodName<Handler> };
    };

/** The names of a handler's event methods. An intersection: `Extract` would cost the type checker an instantiation for each member. */
export type MethodName<Handler> = unknown extends Handler ? string : keyof Handler & `on${string}`;

/** Compares a payload that a method is about to get with the type it was generated with; a failure where that is refused. */
// Here, so that a handler without validators does not load their types.
export type EventValidators = (receiver: Receiver, event: WebhookEvent) => Failure | undefined;
