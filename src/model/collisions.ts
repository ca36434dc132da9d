import type { WebhookConfig } from "../config/provider-config.js";
import type { Problem } from "../errors.js";
import type { WebhookModel } from "./handler-model.js";

/** What a name is for. `id` tells the action `b` of `a` from the event `a.b`. */
interface Owner {
  readonly id: string;
  /** As a message says it: `pull_request.opened`. */
  readonly label: string;
  /** The event that the YAML lists. */
  readonly event: string;
}

/** Events and actions of one webhook that would get the same method or type: each pair once, both named. */
export function findCollisions(webhook: WebhookModel, config: WebhookConfig | undefined): readonly Problem[] {
  const owners = new Map<string, Owner>();
  const problems = new Map<string, Problem>();
  for (const [kind, name, owner] of names(webhook)) {
    // As file systems and readers do: `Push` and `push` are too alike to tell apart.
    const key = `${kind} ${name.toLowerCase()}`;
    const other = owners.get(key);
    if (other === undefined) owners.set(key, owner);
    else if (other.id !== owner.id) problems.set(`${other.id}\n${owner.id}`, collision(name, other, owner, config));
  }
  return [...problems.values()];
}

function names({ events }: WebhookModel): readonly (readonly [kind: "method" | "type", name: string, owner: Owner])[] {
  // Nameless ones are reported as such.
  const named = events.filter(({ method }) => method !== "on");
  return named.flatMap(({ event, method, typeName, actions }) => [
    ...both(method, typeName, { id: `event ${event}`, label: event, event }),
    ...actions.flatMap((one) => both(one.method, one.typeName, { id: `action ${event} ${one.action}`, label: `${event}.${one.action}`, event })),
  ]);
}

function both(method: string, typeName: string, owner: Owner): readonly (readonly ["method" | "type", string, Owner])[] {
  return [
    ["method", method, owner],
    ["type", typeName, owner],
  ];
}

function collision(name: string, first: Owner, second: Owner, config: WebhookConfig | undefined): Problem {
  const at = config?.events.find((event) => event.name === second.event)?.at;
  return {
    code: "name-collision",
    severity: "error",
    message: `The events "${first.label}" and "${second.label}" would both be called ${name}`,
    hint:
      first.event === second.event
        ? "Leave one of the two actions out: --events takes the names of those you want"
        : "Name one of them yourself, in the YAML's events: - { name: the event, method: onWhatYouCallIt }",
    ...(at && { at }),
  };
}
