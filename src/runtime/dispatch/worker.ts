import { type WebhookHandler, receiverOf } from "../handler.js";
import type { DeliveryHooks } from "../extension.js";
import type { DeliveryDetails } from "../options.js";
import { receive } from "../receive.js";
import type { Receiver } from "../receiver.js";
import { ACCEPTED, type Scheme } from "../verify/delivery.js";
import type { QueuedDelivery } from "./dispatcher.js";
import { fromJob } from "./job.js";

export { toJob, type WebhookJob } from "./job.js";

/** The handlers of a worker: the same that `webhookRoutes` takes, by any key. */
export type WorkerHandlers = Readonly<Record<string, WebhookHandler>>;

/** Options of a worker. */
export interface WorkerOptions {
  /** `false` trusts the queue: signatures are not checked again. For secrets that were changed since. */
  readonly verify?: false;
}

/** Thrown by a worker, so that its queue keeps the job: to try it again later, or as a dead letter. */
export class WebhookJobError extends Error {
  // As BullMQ calls an error that no further try can mend.
  override readonly name: "WebhookJobError" | "UnrecoverableError";
  /** Why, as a stable code; undefined where a method's own answer said so. */
  readonly code: string | undefined;
  /** Whether another try may go better. */
  readonly retryable: boolean;

  constructor(message: string, options: { readonly code?: string | undefined; readonly retryable: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.name = options.retryable ? "WebhookJobError" : "UnrecoverableError";
    this.code = options.code;
    this.retryable = options.retryable;
  }
}

/**
 * A function that handles a queued delivery as if it had just arrived: verified again (its age by the time it was received), claimed,
 * and given to the same typed method.
 *
 * @returns what settles when the job is done, and rejects with a `WebhookJobError` when it is not
 * @throws TypeError for two handlers of one webhook
 */
export function webhookWorker(handlers: WorkerHandlers, options: WorkerOptions = {}): (job: unknown) => Promise<void> {
  const receivers = new Map<string, Receiver>();
  for (const handler of Object.values(handlers)) {
    const receiver = receiverOf(handler);
    const name = nameOf(receiver.spec);
    if (receivers.has(name)) throw new TypeError(`Two handlers take the jobs of ${name}: give the worker one`);
    receivers.set(name, forWorker(receiver, options));
  }
  return async (job) => {
    const delivery = fromJob(job);
    if (delivery === undefined) throw new WebhookJobError("The job holds no delivery", { code: "job_malformed", retryable: false });
    const receiver = receivers.get(nameOf(delivery));
    // Where a new version is being rolled out, another worker may know it.
    if (receiver === undefined) throw new WebhookJobError(`This worker has no handler for ${nameOf(delivery)}`, { code: "handler_missing", retryable: true });
    await handle(receiver, delivery);
  };
}

/** Refusals that pass. */
const PASSING: ReadonlySet<string | undefined> = new Set(["delivery_in_progress", "too_many_deliveries"]);

async function handle(receiver: Receiver, { method, url, headers, body, receivedAt }: QueuedDelivery): Promise<void> {
  // Of a batch, each item is told of: one that another try may mend is not lost for the sake of one that none can.
  const passing: DeliveryDetails[] = [];
  const lasting: DeliveryDetails[] = [];
  const ear: DeliveryHooks = {
    onRefused: (details) => void (PASSING.has(details.code) ? passing : lasting).push(details),
    // One that was given up is done: it counts for nothing.
    onFailed: (details) => void ((details.status ?? 500) < 400 || passing.push(details)),
  };
  const listening = { ...receiver, listeners: [...receiver.listeners, ear] };
  const { status } = await receive(listening, { method, url, headers, body }, receivedAt);
  if (status < 400) return;
  const { code, reason, cause } = passing[0] ?? lasting[0] ?? {};
  const retryable = passing.length > 0 || lasting.length === 0;
  throw new WebhookJobError(reason ?? code ?? `The handler answered ${status}`, { code, retryable, cause });
}

/** The receiver as it is behind the queue: what guards the door is not asked again. */
function forWorker(receiver: Receiver, { verify }: WorkerOptions): Receiver {
  const behind = { ...receiver, dispatcher: undefined, gates: [] };
  if (verify !== false) return behind;
  const trusting: Scheme = { ...receiver.spec.verify, keyless: true, verify: () => ACCEPTED };
  return { ...behind, secrets: () => [], spec: { ...receiver.spec, verify: trusting } };
}

function nameOf({ provider, webhook }: { readonly provider: string; readonly webhook: string }): string {
  return `${provider}/${webhook}`;
}
