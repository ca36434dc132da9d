import type { PayloadTypes, SampleValue, TypeDeclaration } from "../schema/payload-types.js";
import type { SampleModel, WebhookModel } from "./handler-model.js";

/** A function for each payload of the chosen events that can have a sample, then one for each part that they share. */
export function toSampleFunctions(
  { samples }: PayloadTypes,
  webhooks: readonly WebhookModel[],
  declarations: readonly TypeDeclaration[],
): readonly SampleModel[] {
  const declared = new Set(declarations.map(({ name }) => name));
  const found = new Map<string, SampleModel>();
  const add = (type: string, names: Pick<SampleModel, "functionName" | "event">): void => {
    const sample = samples.get(type);
    if (!sample || found.has(type)) return;
    found.set(type, { type, ...names, ...sample, value: inlined(sample.value, samples, declared) });
  };
  for (const [name, event] of payloads(webhooks)) add(name, { functionName: payloadFunction(name), event });
  // A Map's iterator also visits what is added on the way.
  for (const { value } of found.values()) for (const name of mentioned(value)) add(name, { functionName: `${lowerFirst(name)}Part` });
  return [...found.values()];
}

/** The value with the samples of what has no declaration in their place: types that said nothing were not printed. */
function inlined(value: SampleValue, samples: PayloadTypes["samples"], declared: ReadonlySet<string>): SampleValue {
  if (typeof value !== "object" || value === null) return value;
  if ("items" in value) return { items: value.items.map((item) => inlined(item, samples, declared)) };
  if ("fields" in value) return { fields: new Map([...value.fields].map(([key, field]) => [key, inlined(field, samples, declared)])) };
  return declared.has(value.sampleOf) ? value : inlined(samples.get(value.sampleOf)?.value ?? null, samples, declared);
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
  return `${lowerFirst(stem)}Sample`;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The declarations whose samples a value mentions, in order. */
function mentioned(value: SampleValue): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("items" in value) return value.items.flatMap(mentioned);
  return "fields" in value ? [...value.fields.values()].flatMap(mentioned) : [value.sampleOf];
}
