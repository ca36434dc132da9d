import { type ClaimStore, memoryStore } from "@smart-webhooks/runtime";
import { answerAsRuntime } from "./answer-as-runtime.js";
import type { DeliveryRecord, Origin, RawRequest } from "./delivery-record.js";
import { DeliveryRing } from "./delivery-ring.js";
import type { SigningKeys } from "./find-key.js";
import { forward } from "./forward.js";
import { identify } from "./identify.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import { ownUrl } from "./own-url.js";
import { toWebhookRequest } from "./to-webhook-request.js";
import { type Verification, verifyDelivery } from "./verify-delivery.js";

/** Told of what changes. */
export interface DeliveriesListener {
  onTaken(record: DeliveryRecord, gone: readonly string[]): void;
  onCleared(): void;
}

/** Takes deliveries: verifies each, has it answered, and remembers it. */
export class Deliveries {
  readonly ring: DeliveryRing = new DeliveryRing();
  readonly #keys: SigningKeys;
  readonly #app: URL | undefined;
  readonly #listener: DeliveriesListener;
  readonly #stores = new Map<string, ClaimStore>();
  readonly #stopper = new AbortController();
  #count = 0;

  /** @param app - Where deliveries are forwarded; answered as the runtime would when undefined */
  constructor(keys: SigningKeys, app: URL | undefined, listener: DeliveriesListener) {
    this.#keys = keys;
    this.#app = app;
    this.#listener = listener;
  }

  async take(webhook: InspectedWebhook, request: RawRequest, origin: Origin, of?: string): Promise<DeliveryRecord> {
    const id = String(++this.#count);
    const at = Date.now();
    const identified = await identify(webhook.spec, toWebhookRequest(request));
    const verification = identified.isOpen ? ({ state: "not-needed" } as const) : await this.#verify(webhook, request, at);
    // The rest of a body that is too large was not read: the app would get another delivery than was sent.
    const isForwarded = this.#app !== undefined && !request.isCut;
    const answer = isForwarded ? await forward(this.#app, request, this.#stopper.signal) : await answerAsRuntime(webhook, request, this.#keys, this.#storeOf(webhook));
    const record: DeliveryRecord = { id, at, origin, of, webhook, request, identified, verification, answer };
    this.#listener.onTaken(record, this.ring.add(record));
    return record;
  }

  /** Forgets all of them, and that they were done: the same can be sent again. */
  clear(): void {
    this.ring.clear();
    this.#stores.clear();
    this.#listener.onCleared();
  }

  /** Waits for no app any longer. */
  stop(): void {
    this.#stopper.abort();
  }

  async #verify({ spec }: InspectedWebhook, request: RawRequest, at: number): Promise<Verification> {
    if (request.isCut) return { state: "unread" };
    return verifyDelivery(spec, { ...request, url: ownUrl(request) }, this.#keys, at);
  }

  #storeOf({ name }: InspectedWebhook): ClaimStore {
    const store = this.#stores.get(name) ?? memoryStore();
    this.#stores.set(name, store);
    return store;
  }
}
