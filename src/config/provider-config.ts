import type { Position, Problem } from "../errors.js";
import type { AcknowledgementConfig } from "./acknowledgement.js";
import type { HandshakeConfig } from "./handshakes.js";
import type { Evidence } from "./keys.js";
import type { SchemeValues } from "./scheme-keys.js";
import type { VerificationType } from "./verification-types.js";

/** One `providers/<name>/webhook.yaml`, checked, with what it inherits filled in. */
export interface ProviderConfig {
  /** The folder's name: `github`. */
  readonly provider: string;
  /** How people write it: `GitHub`. The prefix of every class. Derived from the folder when the YAML has no `name`. */
  readonly name: string;
  readonly docs?: string;
  /** The file the generated header names: `providers/github/webhook.yaml`. */
  readonly source: string;
  /** All of it came with the package: no file of the user's has a part in it. */
  readonly isPackaged?: true;
  /** In the YAML's order, `default` first when there is one. */
  readonly webhooks: readonly WebhookConfig[];
  /** Warnings only: errors are thrown. */
  readonly warnings: readonly Problem[];
}

/** One entry under `webhooks:`. */
export interface WebhookConfig {
  readonly name: string;
  readonly docs?: string;
  /** The version of the provider's API that the endpoint is sent, where the YAML says it. */
  readonly apiVersion?: { readonly name: string; readonly at: Position };
  /** Never empty. The first one is the one shown to people. */
  readonly paths: readonly string[];
  /** The environment variable that holds the secret, where the scheme has one. */
  readonly secretEnv?: string;
  readonly verification: Verification;
  readonly event: EventSource;
  /** Dotted path of the body field that holds the action. */
  readonly actionField?: string;
  /** Where the delivery's id stands: the first place that holds one. */
  readonly deliveryIds: readonly IdSource[];
  /** Values of the provider's by the environment variables that hold them. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Paths of the lists whose items are events, each by itself. */
  readonly batch?: readonly string[];
  readonly handshakes: readonly HandshakeConfig[];
  readonly acknowledgement?: AcknowledgementConfig;
  readonly facts: WebhookFacts;
  /** Wire value → event name. A number key is a JSON number on the wire. */
  readonly eventMap?: ReadonlyMap<string | number, string>;
  /** What the body is, where its content type does not say it. */
  readonly bodyFormat?: "json" | "form" | "form_or_json" | "multipart";
  /** The form field that holds the JSON document, for providers that (also) send forms. */
  readonly formField?: string;
  /** The largest body the provider sends, in bytes. */
  readonly maxBodyBytes?: number;
  /** Event → the top-level keys its body must have. */
  readonly shape: ReadonlyMap<string, readonly string[]>;
  readonly events: readonly EventConfig[];
  readonly at: Position;
}

/** What is told of a webhook, and changes nothing of its code. */
export interface WebhookFacts {
  readonly evidence?: Evidence;
  /** Seconds within which the provider wants its answer. */
  readonly responseDeadline?: number;
  /** How often, and for how long, it sends a delivery again. */
  readonly retries?: string;
}

/** An entry of `events:`. */
export interface EventConfig {
  readonly name: string;
  /** Set by `{ name, method }`. */
  readonly method?: string;
  readonly at: Position;
}

/** Where a value stands in a request. */
export type ValueSource =
  | { readonly from: "header"; readonly name: string }
  | { readonly from: "field"; readonly path: string };

/** Where a delivery's id stands. */
export type IdSource =
  | ValueSource
  /** The values of several fields, joined by dots. */
  | { readonly from: "joined"; readonly paths: readonly string[] };

/** Where a request tells its event. */
export type EventSource =
  | IdSource
  /** The event that the body has as a key; where a source is given, only when that one says nothing. */
  | { readonly from: "key"; readonly unless?: IdSource }
  | { readonly from: "constant"; readonly value: string };

/** How a request proves where it comes from: the type, and what the YAML says of its scheme, under the YAML's own keys. */
export interface Verification {
  readonly type: VerificationType;
  readonly scheme: SchemeValues;
}
