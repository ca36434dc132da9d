import type { PayloadTypes, SampleValue } from "../schema/payload-types.js";
import type { SampleModel, WebhookModel } from "./handler-model.js";

/** A function for each payload of the chosen events that can have a sample, then one for each part that they share. */
export function toSampleFunctions(types: PayloadTypes, webhooks: readonly WebhookModel[]): readonly SampleModel[] {
  const found = new Map<string, SampleModel>();
  for (const [name, event] of payloads(webhooks)) {
    const sample = types.samples.get(name);
    if (sample && !found.has(name)) found.set(name, { type: name, functionName: payloadFunction(name), event, ...sample });
  }
  // A Map's iterator also visits what is added on the way.
  for (const { value } of found.values()) {
    for (const name of mentioned(value)) {
      const sample = types.samples.get(name);
      if (sample && !found.has(name)) found.set(name, { type: name, functionName: `some${name}`, ...sample });
    }
  }
  return [...found.values()];
}

function payloads(webhooks: readonly WebhookModel[]): readonly (readonly [payload: string, event: string])[] {
  return webhooks
    .flatMap(({ events }) => events)
    .flatMap(({ event, payload, actions }) => [
      ...(actions.length === 0 ? [[payload, event] as const] : []),
      ...actions.map((one) => [one.payload, `${event}.${one.action}`] as const),
    ])
    .filter((entry): entry is readonly [string, string] => entry[0] !== undefined);
}

/** `PullRequestOpenedPayload` is made by `pullRequestOpenedSample`. */
function payloadFunction(type: string): string {
  const stem = type.replace(/Payload$/, "");
  return `${stem.charAt(0).toLowerCase()}${stem.slice(1)}Sample`;
}

/** The declarations whose samples a value mentions, in order. */
function mentioned(value: SampleValue): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("items" in value) return value.items.flatMap(mentioned);
  return "fields" in value ? [...value.fields.values()].flatMap(mentioned) : [value.sampleOf];
}
