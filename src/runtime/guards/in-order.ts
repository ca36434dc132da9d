import type { WebhookEvent } from "../event.js";
import type { WebhookExtension } from "../extension.js";
import { chain } from "../promise.js";
import { memoryVersions, type VersionStore } from "./memory-versions.js";

/** What tells an event's age, in terms of what it is about. */
export interface InOrderOptions {
  /** What the event is about, as `customer/123`; undefined for an event that has no order. */
  readonly key: (event: WebhookEvent) => string | undefined;
  /** Grows with each change: a version, or a time in milliseconds. Undefined for an event that has no order. */
  readonly version: (event: WebhookEvent) => number | undefined;
  /** In this process's memory unless given. */
  readonly versions?: VersionStore;
}

/**
 * Skips an event that is older than one that was taken up before about the same entity: providers promise no order. A skipped one is
 * acknowledged. Two that come at the very same time are both handled: a write that must not go back says so itself (`WHERE version < …`).
 */
export function inOrder({ key, version, versions = memoryVersions() }: InOrderOptions): WebhookExtension {
  return {
    around: (event, work, skip) => {
      const [entity, number] = [key(event), version(event)];
      if (entity === undefined || number === undefined) return work();
      // A version that is no number has no place in any order, and must not block those that have.
      if (!Number.isFinite(number)) throw new TypeError("An event's version must be a finite number");
      const name = `${event.provider}/${event.webhook}/${entity}`;
      return chain(versions.advance(name, number), (isCurrent) => (isCurrent ? work() : skip()));
    },
  };
}
