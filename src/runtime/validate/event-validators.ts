import { fail } from "../outcome.js";
import { quietly } from "../promise.js";
import { methodFor } from "../route.js";
import type { EventValidators } from "../spec.js";
import type { PayloadValidator } from "./validator.js";
import type { StandardIssue, StandardKey } from "./standard-schema.js";

/** The validator of each event, or those of its actions. */
export type ValidatorsByEvent = Readonly<Record<string, PayloadValidator | { readonly actions: Readonly<Record<string, PayloadValidator>> }>>;

/** Puts a provider's validators together for its handlers, whose option `validate` runs them. */
export function eventValidators(byEvent: ValidatorsByEvent): EventValidators {
  return (receiver, { type, action, id, payload }) => {
    const { spec, validate, logger } = receiver;
    // The provider must not be told off for an event that nobody here takes.
    if (!methodFor(receiver, { type, action })) return undefined;
    const [issue] = findValidator(byEvent, type, action)?.["~standard"].validate(payload).issues ?? [];
    if (issue === undefined) return undefined;
    const reason = `The payload is not of its type: ${describe(issue)}`;
    if (validate === "reject") return fail("body_malformed", reason);
    const { provider, webhook } = spec;
    quietly(() => logger.warn?.("Webhook payload is not of its type", { provider, webhook, event: type, action, id, reason }));
    return undefined;
  };
}

/** Only own entries count: an event called `constructor` is nobody's. */
function findValidator(byEvent: ValidatorsByEvent, type: string, action: string | undefined): PayloadValidator | undefined {
  const found = Object.hasOwn(byEvent, type) ? byEvent[type] : undefined;
  if (found === undefined || !("actions" in found)) return found;
  return action !== undefined && Object.hasOwn(found.actions, action) ? found.actions[action] : undefined;
}

function describe({ path, message }: StandardIssue): string {
  const place = path.map(toText).join("");
  return `${place === "" ? "the payload" : place.replace(/^\./, "")} ${message}`;
}

/** A key that the payload makes up is part of its data: the log must not have it. */
function toText(key: StandardKey): string {
  if (typeof key === "object") return ".*";
  return typeof key === "number" ? `[${key}]` : `.${key}`;
}
