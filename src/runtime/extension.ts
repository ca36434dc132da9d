import type { WebhookEvent } from "./event.js";
import type { DeliveryDetails } from "./options.js";
import type { Outcome } from "./outcome.js";
import type { MaybePromise } from "./promise.js";
import type { WebhookRequest } from "./request.js";
import type { WebhookResponse } from "./response.js";

/** Told what becomes of deliveries. Each, and of a batch each item, ends in one of the last four; `details` never hold a secret, a signature or the body. */
export interface DeliveryHooks {
  /** A request came in: nothing is known of it yet, and anybody may have sent it. */
  readonly onReceived?: ((details: DeliveryDetails) => void) | undefined;
  /** It was turned away, for now or for good: `code` says why. */
  readonly onRefused?: ((details: DeliveryDetails) => void) | undefined;
  /** A method ran and gave an answer, nobody takes the event, a handshake was answered, or a dispatcher took it (status 202). */
  readonly onHandled?: ((details: DeliveryDetails) => void) | undefined;
  /** A method threw or answered an error, or the receiver is not set up. */
  readonly onFailed?: ((details: DeliveryDetails) => void) | undefined;
  /** It was done before: no method ran. */
  readonly onDuplicate?: ((details: DeliveryDetails) => void) | undefined;
}

/** Something to `use` in a handler: a guard, or an observer. Every part is optional. */
export interface WebhookExtension extends DeliveryHooks {
  /** Asked before the request is read, when anybody may have sent it. An answer keeps it out; `undefined` lets it in. */
  admit?(request: WebhookRequest): MaybePromise<Outcome | undefined>;
  /**
   * Stands around the work on a verified event: `work()` goes on with it, `skip()` is the answer to an event that nobody takes. Not called
   * where a dispatcher takes the delivery.
   */
  around?(event: WebhookEvent, work: () => MaybePromise<Outcome>, skip: () => WebhookResponse): MaybePromise<Outcome>;
}
