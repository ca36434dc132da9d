import { closest } from "../closest.js";
import type { ProblemLog } from "./problem-log.js";
import type { Placed } from "./setting.js";
import { shown } from "./shown.js";

/** To suggest one takes as long as there are events; no more problems than this are shown. */
const MOST_SUGGESTIONS = 50;

/** The events of one webhook, for the keys that name events. */
export class ListedEvents {
  readonly #webhook: string;
  readonly #names: ReadonlySet<string>;
  readonly #log: ProblemLog;
  #suggestions = 0;

  constructor(webhook: string, events: readonly Placed<string>[], log: ProblemLog) {
    this.#webhook = webhook;
    this.#names = new Set(events.map(({ value }) => value));
    this.#log = log;
  }

  /** Whether an entry of `key` holds here. What is inherited for an event that this webhook does not list is dropped, not wrong. */
  keeps(key: string, event: Placed<string>, inherited: boolean): boolean {
    return inherited ? this.#names.has(event.value) : this.check(key, event);
  }

  /** Whether the event is listed; reports it, with a suggestion, when it is not. */
  check(key: string, { value, mark }: Placed<string>): boolean {
    if (this.#names.has(value)) return true;
    const near = this.#suggestions++ < MOST_SUGGESTIONS ? closest(value, this.#names) : undefined;
    const hint = near === undefined ? "Add it to the events, or remove it here." : `Did you mean ${shown(near)}?`;
    const message = `"${key}" names ${shown(value)}, which is not among the events of the webhook "${this.#webhook}"`;
    this.#log.error(mark, { code: "unknown-event", message, hint });
    return false;
  }
}
