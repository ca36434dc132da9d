import type { PayloadTypes, SampleValue, TypeDeclaration } from "../schema/payload-types.js";
import type { SampleModel, WebhookModel } from "./handler-model.js";
import { lowerFirst, payloadEvents, payloadStem } from "./payload-events.js";

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
  for (const [name, event] of payloadEvents(webhooks)) add(name, { functionName: `${payloadStem(name)}Sample`, event });
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

/** The declarations whose samples a value mentions, in order. */
function mentioned(value: SampleValue): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("items" in value) return value.items.flatMap(mentioned);
  return "fields" in value ? [...value.fields.values()].flatMap(mentioned) : [value.sampleOf];
}
