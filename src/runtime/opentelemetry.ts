import type { WebhookEvent } from "./event.js";
import type { WebhookExtension } from "./extension.js";
import type { DeliveryDetails } from "./options.js";
import { isFailure, type Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import { statusOf } from "./errors.js";

/** The part of `@opentelemetry/api` that is used: give it all of `import * as api from "@opentelemetry/api"`. */
export interface OpenTelemetryApi {
  readonly trace: { getTracer(name: string): Tracer };
  readonly metrics: { getMeter(name: string): Meter };
}

interface Tracer {
  startActiveSpan<T>(name: string, options: { kind: number; attributes: Attributes }, run: (span: Span) => T): T;
}

interface Span {
  setAttributes(attributes: Attributes): unknown;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

interface Meter {
  createHistogram(name: string, options: { unit: string; description: string }): { record(value: number, attributes: Attributes): void };
  createCounter(name: string, options: { unit: string; description: string }): { add(value: number, attributes: Attributes): void };
}

type Attributes = Record<string, string | number>;

const NAME = "@smart-webhooks/runtime";

/** `SpanKind.CONSUMER` and `SpanStatusCode.ERROR`: constants of the API, which is not imported. */
const [CONSUMER, ERROR] = [4, 2];

/**
 * A span for each event that is handled, around its method, and metrics of all deliveries, by the semantic conventions for messaging. No
 * attribute holds a secret, a signature or the payload.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/messaging/
 */
export function openTelemetry({ trace, metrics }: OpenTelemetryApi): WebhookExtension {
  const meter = metrics.getMeter(NAME);
  const duration = meter.createHistogram("messaging.process.duration", { unit: "s", description: "Time from a delivery's arrival to its answer." });
  const count = meter.createCounter("messaging.client.consumed.messages", { unit: "{message}", description: "Deliveries, by what became of them." });
  const note = (what: string) => (details: DeliveryDetails): void => {
    const attributes = { ...attributesOf(details), "webhook.outcome": what };
    count.add(1, attributes);
    duration.record((details.duration ?? 0) / 1000, attributes);
  };
  return {
    around: (event, work) => trace.getTracer(NAME).startActiveSpan(`process ${event.provider}/${event.webhook}`, { kind: CONSUMER, attributes: describe(event) }, (span) => observe(span, work)),
    onRefused: note("refused"),
    onHandled: note("handled"),
    onFailed: note("failed"),
    onDuplicate: note("duplicate"),
  };
}

function observe(span: Span, work: () => MaybePromise<Outcome>): MaybePromise<Outcome> {
  const end = (outcome: Outcome): Outcome => {
    const status = isFailure(outcome) ? statusOf(outcome.failure) : outcome.status;
    span.setAttributes({ "http.response.status_code": status });
    if (isFailure(outcome) || status >= 400) fail(span, isFailure(outcome) ? outcome.failure : String(status));
    span.end();
    return outcome;
  };
  const crash = (error: unknown): never => {
    fail(span, error instanceof Error ? error.name : "_OTHER");
    span.end();
    throw error;
  };
  try {
    const outcome = work();
    return outcome instanceof Promise ? outcome.then(end, crash) : end(outcome);
  } catch (error) {
    return crash(error);
  }
}

function fail(span: Span, type: string): void {
  span.setAttributes({ "error.type": type });
  span.setStatus({ code: ERROR });
}

function describe({ provider, webhook, type, action, id, rawBody }: WebhookEvent): Attributes {
  return {
    ...attributesOf({ provider, webhook, event: type, action }),
    ...(id !== undefined && { "messaging.message.id": id }),
    "messaging.message.body.size": rawBody.length,
  };
}

/** What is known of a delivery, but its id: a metric must not have a series for each. */
function attributesOf({ provider, webhook, event, action, status, code }: DeliveryDetails): Attributes {
  return {
    "messaging.system": "webhook",
    "messaging.operation.name": "process",
    "messaging.operation.type": "process",
    "messaging.destination.name": `${provider}/${webhook}`,
    ...(event !== undefined && { "webhook.event": event }),
    ...(action !== undefined && { "webhook.action": action }),
    ...(status !== undefined && { "http.response.status_code": status }),
    ...(code !== undefined && { "error.type": code }),
  };
}
