import type { WebhookConfig } from "../config/provider-config.js";
import type { Problem } from "../errors.js";
import type { WebhookModel } from "./handler-model.js";

/** Events and actions of one webhook that would get the same method or type: each pair once, both named. */
export function findCollisions(webhook: WebhookModel, config: WebhookConfig | undefined): readonly Problem[] {
  const owners = new Map<string, string>();
  const problems = new Map<string, Problem>();
  for (const [name, owner] of names(webhook)) {
    // As file systems and readers do: `Push` and `push` are too alike to tell apart.
    const key = name.toLowerCase();
    const other = owners.get(key);
    if (other === undefined) owners.set(key, owner);
    else if (other !== owner) problems.set(`${other}\n${owner}`, collision(name, other, owner, config));
  }
  return [...problems.values()];
}

function names(webhook: WebhookModel): readonly (readonly [name: string, owner: string])[] {
  return webhook.events.flatMap(({ event, method, typeName, actions }) => [
    [method, event] as const,
    [typeName, event] as const,
    ...actions.flatMap((one) => [one.method, one.typeName].map((name) => [name, `${event}.${one.action}`] as const)),
  ]);
}

function collision(name: string, first: string, second: string, config: WebhookConfig | undefined): Problem {
  const at = config?.events.find((event) => second === event.name || second.startsWith(`${event.name}.`))?.at;
  return {
    code: "name-collision",
    severity: "error",
    message: `The events "${first}" and "${second}" would both be called ${name}`,
    hint: "Name one of them yourself, in the YAML's events: - { name: the event, method: onWhatYouCallIt }",
    ...(at && { at }),
  };
}
