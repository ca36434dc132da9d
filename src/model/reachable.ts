import type { PayloadTypes, TypeDeclaration } from "../schema/payload-types.js";
import type { WebhookModel } from "./handler-model.js";

/** The declarations that the chosen payloads need: first the payloads in order of events, then what they mention. */
export function reachable(types: PayloadTypes, webhooks: readonly WebhookModel[]): readonly TypeDeclaration[] {
  const roots = webhooks.flatMap(({ events }) =>
    events.flatMap(({ payload, actions }) => [payload, ...actions.map((action) => action.payload)]),
  );
  const queue = [...new Set(roots.filter((name) => name !== undefined))];
  const found = new Map<string, TypeDeclaration>();
  for (const name of queue) {
    const declaration = types.declarations.get(name);
    if (declaration === undefined || found.has(name)) continue;
    found.set(name, declaration);
    // The queue grows while it is walked: breadth first, so that close types stand close.
    queue.push(...declaration.references);
  }
  return [...found.values()];
}
