import { type Accepted, handleOne } from "./accept.js";
import { accepted } from "./acknowledge.js";
import { finish, type Trace } from "./finish.js";
import { isFailure, type Outcome } from "./outcome.js";
import { quietly } from "./promise.js";
import type { Receiver } from "./receiver.js";
import type { WebhookResponse } from "./response.js";
import type { Check } from "./verify/delivery.js";
import type { ItemsSource } from "./verify/items.js";

/**
 * The items of a batch, one after the other. What was done is remembered, so that the provider can send all of it again
 * for the sake of one that failed: its failure is the answer.
 */
export async function handleAll(batch: ItemsSource, receiver: Receiver, check: Check, verdict: Accepted, trace: Trace): Promise<Outcome> {
  if (!batch.isIn(check)) warnEmpty(receiver, batch.path);
  const { body } = check.delivery;
  const items = batch.read(check);
  const isOne = items.length === 1;
  const haveOwnIds = verdict.id === undefined && receiver.ids.every(({ from }) => from === "field" || from === "joined");
  const answers: WebhookResponse[] = [];
  for (const [index, item] of items.entries()) {
    const place = `/${index}`;
    // All items have one signature: each is told from the others by its place, as two may say the same.
    const signed = [...(verdict.signed ?? [body]), place];
    const own = isOne ? trace : { receivedAt: trace.receivedAt };
    const outcome = await handleOne(receiver, { ...check, payload: () => item }, { ...verdict, signed }, own, [body, place], haveOwnIds ? "" : place);
    if (isOne) return isFailure(outcome) || outcome.status >= 400 ? outcome : (receiver.spec.acknowledgement ?? outcome);
    // Each has its own line in the log: the answer tells of one only.
    answers.push(finish(receiver, own, outcome));
  }
  trace.split = items.length > 1;
  return answers.find(({ status }) => status >= 400) ?? accepted(receiver);
}

/** Some providers send such deliveries to see whether anybody is there. A path that is wrong looks the same, and would lose all events. */
function warnEmpty({ logger, spec: { provider, webhook } }: Receiver, path: string): void {
  quietly(() => logger.warn?.("Webhook delivery without events", { provider, webhook, reason: `The body has no list at ${path}` }));
}
