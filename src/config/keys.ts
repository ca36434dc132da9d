import { readDisplayName } from "./display-name.js";
import { readDocsUrl } from "./docs-url.js";
import { readEnvName } from "./env-name.js";
import { type ListedEvent, readEvents } from "./event-list.js";
import { readEventName } from "./event-name.js";
import { readEventMap, readShape } from "./event-tables.js";
import { readFieldName } from "./field-name.js";
import { readFieldPath } from "./field-path.js";
import { readHeaderName } from "./header-name.js";
import { type HandshakeConfig, readHandshakes } from "./handshakes.js";
import { oneOrMore } from "./read-collection.js";
import { integerBetween, oneOf, readBoolean, readText } from "./read-scalar.js";
import type { Placed, Reader, Setting } from "./setting.js";
import { schemeReaders, type SchemeSettingValues } from "./scheme-keys.js";
import { readPaths } from "./url-path.js";

/** The type of each key of a webhook. */
export interface WebhookValues extends SchemeSettingValues {
  readonly docs: string;
  readonly path: readonly string[];
  readonly verify_signature: boolean;
  readonly signing_secret_env: string;
  /** A `VerificationType`, once the names of providers are resolved. */
  readonly verification_type: string;
  readonly event_header: string;
  readonly event_field: string;
  readonly event: string;
  readonly action_field: string;
  readonly delivery_id_header: string;
  readonly delivery_id_field: readonly string[];
  readonly handshakes: readonly HandshakeConfig[];
  readonly event_map: ReadonlyMap<string, Placed<string>>;
  readonly body_format: "json" | "form" | "form_or_json";
  readonly form_field: string;
  readonly max_body_bytes: number;
  readonly shape: ReadonlyMap<string, Placed<readonly string[]>>;
  readonly events: readonly ListedEvent[];
}

/** What a webhook's keys were set to. */
export type WebhookSettings = { readonly [Key in keyof WebhookValues]?: Setting<WebhookValues[Key]> };

/** How a key is read, and how it is inherited. */
export interface KeyRule<T> {
  readonly read: Reader<T>;
  /**
   * `own`: a named webhook does not take it from `default`.
   * `scheme`: dropped by another `verification_type`.
   * The others: keys of one group replace each other.
   */
  readonly group?: "own" | "scheme" | "event source" | "delivery id";
}

/** Every key of a webhook. The unknown-key check, the inheritance and the JSON Schema's test rest on this table. */
export const webhookKeys: { readonly [Key in keyof WebhookValues]: KeyRule<WebhookValues[Key]> } = {
  docs: { read: readDocsUrl },
  path: { read: readPaths, group: "own" },
  verify_signature: { read: readBoolean },
  signing_secret_env: { read: readEnvName },
  verification_type: { read: readText },
  ...schemeKeys(),
  event_header: { read: readHeaderName, group: "event source" },
  event_field: { read: readFieldPath, group: "event source" },
  event: { read: readEventName, group: "event source" },
  action_field: { read: readFieldPath },
  delivery_id_header: { read: readHeaderName, group: "delivery id" },
  delivery_id_field: { read: oneOrMore(readFieldPath, "field"), group: "delivery id" },
  handshakes: { read: readHandshakes },
  event_map: { read: readEventMap },
  body_format: { read: oneOf(["json", "form", "form_or_json"]) },
  form_field: { read: readFieldName },
  max_body_bytes: { read: integerBetween(1, 100 * 1024 * 1024) },
  shape: { read: readShape },
  events: { read: readEvents, group: "own" },
};

/** The top-level keys, besides `webhooks`. */
export const providerKeys: Readonly<Record<"name" | "docs", KeyRule<string>>> = {
  name: { read: readDisplayName },
  docs: { read: readDocsUrl },
};

type SchemeKeys = { readonly [Key in keyof SchemeSettingValues]: KeyRule<SchemeSettingValues[Key]> };

function schemeKeys(): SchemeKeys {
  // From a table of all its keys: so is the result.
  return Object.fromEntries(Object.entries(schemeReaders).map(([key, read]) => [key, { read, group: "scheme" }])) as unknown as SchemeKeys;
}
