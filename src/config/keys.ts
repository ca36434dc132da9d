import { type AcknowledgementConfig, readAcknowledgement } from "./acknowledgement.js";
import { readApiVersion } from "./api-version.js";
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
import { readIdPath } from "./id-path.js";
import { readItemsPath } from "./items-path.js";
import { mapOf, oneOrMore } from "./read-collection.js";
import { integerBetween, oneOf, readBoolean, readText, textThat } from "./read-scalar.js";
import type { Placed, Reader, Setting } from "./setting.js";
import { readParameterName, schemeReaders, type SchemeSettingValues } from "./scheme-keys.js";
import { readPaths } from "./url-path.js";
import { wrongType } from "./wrong-type.js";

/** The type of each key of a webhook. */
export interface WebhookValues extends SchemeSettingValues {
  readonly docs: string;
  readonly evidence: Evidence;
  readonly inherit: boolean;
  readonly api_version: string;
  readonly path: readonly string[];
  readonly verify_signature: boolean;
  readonly signing_secret_env: string;
  /** A `VerificationType`, once the names of providers are resolved. */
  readonly verification_type: string;
  readonly event_header: string;
  /** The values of several fields are joined by dots. */
  readonly event_field: readonly string[];
  readonly event_key: true;
  readonly event: string;
  readonly action_field: string;
  readonly delivery_id_header: string;
  /** The first that is there; `a + b` stands for the values of several fields. */
  readonly delivery_id_field: readonly string[];
  /** Paths of the lists whose items are events, each by itself. */
  readonly batch: readonly string[];
  /** Names by the environment variables that hold their values. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly handshakes: readonly HandshakeConfig[];
  readonly acknowledgement: AcknowledgementConfig;
  /** Seconds. */
  readonly response_deadline: number;
  readonly retries: string;
  readonly event_map: ReadonlyMap<string, Placed<string>>;
  readonly body_format: "json" | "form" | "form_or_json" | "multipart";
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

const evidences = ["vendor_code", "other_code", "documentation", "memory"] as const;

/** What a webhook's facts rest on: the vendor's own code was run, another's, the vendor's pages were read, or neither. */
export type Evidence = (typeof evidences)[number];

const readRetries = textThat((text) => /^[\x20-\x7e]{1,200}$/.test(text), "invalid-text", "Write one line of at most 200 characters, such as: 3 times in an hour.");

const readTrue: Reader<true> = (node, context) => (node.kind === "scalar" && node.value === true ? true : wrongType(node, context, "true"));

/** Every key of a webhook. The unknown-key check, the inheritance and the JSON Schema's test rest on this table. */
export const webhookKeys: { readonly [Key in keyof WebhookValues]: KeyRule<WebhookValues[Key]> } = {
  docs: { read: readDocsUrl },
  evidence: { read: oneOf(evidences) },
  inherit: { read: readBoolean, group: "own" },
  api_version: { read: readApiVersion },
  path: { read: readPaths, group: "own" },
  verify_signature: { read: readBoolean },
  signing_secret_env: { read: readEnvName },
  verification_type: { read: readText },
  ...schemeKeys(),
  event_header: { read: readHeaderName, group: "event source" },
  event_field: { read: oneOrMore(readFieldPath, "field"), group: "event source" },
  event_key: { read: readTrue, group: "event source" },
  event: { read: readEventName, group: "event source" },
  action_field: { read: readFieldPath },
  delivery_id_header: { read: readHeaderName, group: "delivery id" },
  delivery_id_field: { read: oneOrMore(readIdPath, "field"), group: "delivery id" },
  batch: { read: oneOrMore(readItemsPath, "list") },
  parameters: { read: mapOf(readParameterName, readEnvName, "a map from a name to an environment variable") },
  handshakes: { read: readHandshakes },
  acknowledgement: { read: readAcknowledgement },
  response_deadline: { read: integerBetween(1, 86_400) },
  retries: { read: readRetries },
  event_map: { read: readEventMap },
  body_format: { read: oneOf(["json", "form", "form_or_json", "multipart"]) },
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
