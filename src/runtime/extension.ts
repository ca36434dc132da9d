import type { WebhookEvent } from "./event.js";
import type { DeliveryDetails } from "./options.js";
import type { Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { WebhookRequest } from "./request.js";

/** Told what becomes of deliveries. Each ends in one of the last four; `details` never hold a secret, a signature or the body. */
export interface DeliveryHooks {
  /** A request came in: nothing is known of it yet, and anybody may have sent it. */
  onReceived?(details: DeliveryDetails): void;
  /** It was turned away, for now or for good: `code` says why. */
  onRefused?(details: DeliveryDetails): void;
  /** A method ran and gave an answer, nobody takes the event, or a dispatcher took it (status 202). */
  onHandled?(details: DeliveryDetails): void;
  /** A method threw or answered an error, or the receiver is not set up. */
  onFailed?(details: DeliveryDetails): void;
  /** It was done before: no method ran. */
  onDuplicate?(details: DeliveryDetails): void;
}

/** Something to `use` in a handler: a guard, or an observer. Every part is optional. */
export interface WebhookExtension extends DeliveryHooks {
  /** Asked before the request is read, when anybody may have sent it. An answer keeps it out; `undefined` lets it in. */
  admit?(request: WebhookRequest): MaybePromise<Outcome | undefined>;
  /** Stands around the work on a verified event: `work()` goes on with it. Not called where a dispatcher takes the delivery. */
  around?(event: WebhookEvent, work: () => MaybePromise<Outcome>): MaybePromise<Outcome>;
}
