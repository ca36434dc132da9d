import type { DeliveryRecord } from "./delivery-record.js";

/** How much is kept. */
interface Bounds {
  readonly deliveries: number;
  readonly bytes: number;
}

/** The last deliveries, in their order. The oldest go when there are too many, or when their bodies are too large. */
export class DeliveryRing {
  readonly #bounds: Bounds;
  readonly #records = new Map<string, DeliveryRecord>();
  #bytes = 0;

  constructor(bounds: Bounds = { deliveries: 200, bytes: 64 * 1024 * 1024 }) {
    this.#bounds = bounds;
  }

  /** Keeps a delivery, unless it alone is larger than all that may be kept. Answers the ids of those that went. */
  add(record: DeliveryRecord): readonly string[] {
    this.#records.set(record.id, record);
    this.#bytes += weigh(record);
    const gone: string[] = [];
    for (const oldest of this.#records.values()) {
      if (this.#records.size <= this.#bounds.deliveries && this.#bytes <= this.#bounds.bytes) break;
      this.#records.delete(oldest.id);
      this.#bytes -= weigh(oldest);
      gone.push(oldest.id);
    }
    return gone;
  }

  get(id: string): DeliveryRecord | undefined {
    return this.#records.get(id);
  }

  /** The newest last. */
  all(): readonly DeliveryRecord[] {
    return [...this.#records.values()];
  }

  clear(): void {
    this.#records.clear();
    this.#bytes = 0;
  }
}

/** Bytes. A parsed payload takes several times its text. */
function weigh({ request, answer }: DeliveryRecord): number {
  const headers = request.headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return request.body.length * 4 + answer.body.length + headers + request.url.length + 1000;
}
