import { type DeliveryDetails, type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, type WebhookRequest, type WebhookResponse, type WebhookSpec } from "@smart-webhooks/runtime";

/** What the runtime made of a request. */
export interface Probed {
  readonly answer: WebhookResponse;
  /** The methods that were called, each with its event: one, but for a batch. */
  readonly calls: readonly { readonly method: string; readonly event: WebhookEvent }[];
  /** What the runtime says of the delivery, or of the first item that failed. */
  readonly details: DeliveryDetails | undefined;
  /** Whether it was done before. */
  readonly duplicate: boolean;
}

/** Has the runtime handle a request by a handler that has every method of its webhook, each of which does nothing. */
export async function probe(spec: WebhookSpec, request: WebhookRequest, options: WebhookHandlerOptions): Promise<Probed> {
  const calls: { readonly method: string; readonly event: WebhookEvent }[] = [];
  const seen: { details?: DeliveryDetails; duplicate: boolean } = { duplicate: false };
  const note = (details: DeliveryDetails): void => {
    if ((seen.details?.status ?? 0) < 400) seen.details = details;
  };
  const onDuplicate = (details: DeliveryDetails): void => {
    seen.duplicate = true;
    note(details);
  };
  class Probe extends WebhookHandler {
    static readonly spec: WebhookSpec = spec;
  }
  const handler = new Probe({ ...options, logger: {}, onHandled: note, onRefused: note, onFailed: note, onDuplicate });
  for (const method of methodNames(spec)) {
    Object.defineProperty(handler, method, { value: (event: WebhookEvent): void => void calls.push({ method, event }) });
  }
  const answer = await handler.handle(request);
  return { answer, calls, details: seen.details, duplicate: seen.duplicate };
}

function methodNames({ routes }: WebhookSpec): ReadonlySet<string> {
  const methods = Object.values(routes).flatMap((route) => (typeof route === "string" ? [route] : [route.method, ...Object.values(route.actions)]));
  return new Set([...methods, "onUnknownEvent"]);
}
