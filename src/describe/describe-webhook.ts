import type { Evidence } from "../config/keys.js";
import type { WebhookConfig } from "../config/provider-config.js";
import type { EventModel, WebhookModel } from "../model/handler-model.js";
import { algorithm } from "./algorithm.js";
import { coverage } from "./coverage.js";
import { eventPlace } from "./event-place.js";
import { replayWindow } from "./replay-window.js";
import { signaturePlace } from "./signature-place.js";

/** All that is known of a webhook, ready to be printed. What is in words names places in backticks. */
export interface WebhookDescription {
  readonly name: string;
  readonly docs?: string;
  readonly paths: readonly string[];
  readonly className: string;
  /** The variable that holds the secret, and the one that holds the old secret while it is rotated. */
  readonly secretEnv?: string;
  readonly verification: VerificationDescription;
  /** What the handler needs besides the secret. */
  readonly needs: { readonly params: Readonly<Record<string, string>>; readonly fetchKey: boolean; readonly publicUrl: boolean };
  readonly event: string;
  readonly batch: readonly string[];
  readonly handshakes: readonly { readonly method: string; readonly signed: boolean }[];
  readonly acknowledgement?: NonNullable<WebhookConfig["acknowledgement"]>;
  /** Seconds. */
  readonly responseDeadline?: number;
  readonly retries?: string;
  readonly evidence?: Evidence;
  readonly events: readonly EventDescription[];
}

/** How a webhook's requests prove where they come from. */
export interface VerificationDescription {
  readonly type: string;
  readonly algorithm: string;
  /** Where the signature stands and how it is written. */
  readonly signature?: string;
  /** What nobody can change without the secret. */
  readonly covers: readonly string[];
  /** Seconds, in both directions. */
  readonly window?: number;
  readonly isEventSigned: boolean;
  /** Whether the id that a delivery is known by is signed; absent where it has none. */
  readonly isIdSigned?: boolean;
}

/** An event; `payload` is the name of its type, absent where it is `unknown`. */
export interface EventDescription extends Pick<EventModel, "description" | "docs" | "method" | "payload"> {
  readonly name: string;
  readonly actions: readonly { readonly name: string; readonly method: string; readonly payload?: string }[];
}

/** Puts together what the YAML says of a webhook and what its class will be called by. */
export function describeWebhook(config: WebhookConfig, model: WebhookModel): WebhookDescription {
  const { acknowledgement, facts, handshakes } = config;
  const { params, fetchKey, publicUrl } = model.needs;
  return {
    name: config.name,
    ...(model.docs !== undefined && { docs: model.docs }),
    paths: model.paths,
    className: model.className,
    ...(model.secretEnv !== undefined && { secretEnv: model.secretEnv }),
    verification: describeVerification(config),
    needs: { params: Object.fromEntries(params), fetchKey, publicUrl },
    event: eventPlace(config.event),
    batch: config.batch ?? [],
    handshakes: handshakes.map(({ method, signed }) => ({ method, signed })),
    ...(acknowledgement !== undefined && { acknowledgement }),
    ...facts,
    events: model.events.map(describeEvent),
  };
}

function describeEvent({ event, method, payload, description, docs, actions }: EventModel): EventDescription {
  return {
    name: event,
    method,
    ...(payload !== undefined && { payload }),
    ...(description !== undefined && { description }),
    ...(docs !== undefined && { docs }),
    actions: actions.map((one) => ({ name: one.action, method: one.method, ...(one.payload !== undefined && { payload: one.payload }) })),
  };
}

function describeVerification(config: WebhookConfig): VerificationDescription {
  const covers = coverage(config);
  const [signature, seconds] = [signaturePlace(config), replayWindow(config)];
  return {
    type: config.verification.type,
    algorithm: algorithm(config.verification),
    ...(signature !== undefined && { signature }),
    covers,
    ...(seconds !== undefined && { window: seconds }),
    isEventSigned: covers.includes("event"),
    ...((covers.includes("id") || config.deliveryIds.length > 0) && { isIdSigned: covers.includes("id") }),
  };
}
