import type { WebhookModel } from "./handler-model.js";

/** Each payload's type with what delivers it, `pull_request.opened`, in the order of the webhooks. */
export function payloadEvents(webhooks: readonly WebhookModel[]): readonly (readonly [type: string, event: string])[] {
  return webhooks
    .flatMap(({ events }) => events)
    .flatMap(({ event, payload, actions }) => [
      ...(actions.length === 0 ? [[payload, event] as const] : []),
      ...actions.map((one) => [one.payload, `${event}.${one.action}`] as const),
    ])
    .filter((entry): entry is readonly [string, string] => entry[0] !== undefined);
}

/** `PullRequestOpenedPayload` → `pullRequestOpened`: what a function or a constant about it is called. */
export function payloadStem(type: string): string {
  return lowerFirst(type.replace(/Payload$/, ""));
}

/** `User` → `user` */
export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
