import type { EventHeaders } from "../event.js";

/** A verified delivery as a queue gets it: all of the request, so that a worker can verify it again. */
export interface QueuedDelivery {
  readonly provider: string;
  readonly webhook: string;
  /** For people who look into the queue; undefined for a batch. */
  readonly event: string | undefined;
  /** The provider's id of the delivery. Any text: never an id of the queue's. */
  readonly id: string | undefined;
  readonly method: string;
  readonly url: string;
  /** With the signature; of a scheme that sends its secret, with that: a queue is as secret as they are. */
  readonly headers: EventHeaders;
  /** Exactly as received. */
  readonly body: Uint8Array;
  /** When the request arrived, in Unix milliseconds. */
  readonly receivedAt: number;
}

/** Puts verified deliveries into a queue. */
export interface Dispatcher {
  /** Settles when the queue has the delivery for sure: only then is the provider told so. What it throws is answered 503. */
  enqueue(delivery: QueuedDelivery): unknown;
}
