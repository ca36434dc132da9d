import type { Scheme } from "./verify/delivery.js";
import type { ConstantSource, FieldSource, HeaderSource } from "./verify/sources.js";

/** What a generated class knows of its webhook: the provider's YAML, resolved. `Handler` ties the routes to real methods. */
export interface WebhookSpec<Handler = unknown> {
  readonly provider: string;
  readonly webhook: string;
  /** One path or several. */
  readonly path: string | readonly string[];
  /** The environment variable that holds the secret; `<name>_PREVIOUS` is read too, for rotation. */
  readonly secretEnv?: string;
  readonly verify: Scheme;
  readonly event: HeaderSource | FieldSource | ConstantSource;
  readonly action?: FieldSource;
  readonly id?: HeaderSource | FieldSource;
  /** What the provider writes → the event's name, for providers that number their events. */
  readonly eventMap?: readonly (readonly [wire: string | number, event: string])[];
  /** The form field that holds the JSON document, when the provider sends a form. */
  readonly formField?: string;
  /** The largest body the provider sends, in bytes. */
  readonly maxBodyBytes?: number;
  /** Event → top-level keys its body must have, where the event's name is not signed. */
  readonly shape?: Readonly<Record<string, readonly string[]>>;
  readonly routes: Readonly<Record<string, EventRoute<Handler>>>;
}

/** The method of an event, or with its actions. */
export type EventRoute<Handler> =
  | MethodName<Handler>
  | {
      readonly method: MethodName<Handler>;
      readonly actions: Readonly<Record<string, MethodName<Handler>>>;
    };

/** The names of a handler's event methods. */
export type MethodName<Handler> = unknown extends Handler ? string : Extract<keyof Handler, `on${string}`>;
