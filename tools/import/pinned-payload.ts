import type { SourcePayload } from "./source-payload.js";
import type { SourceSchema } from "./source-schema.js";

/**
 * A payload that says by some of its fields which event it is, where the source only says that they are text: `{ type: "endpoint.created" }`.
 * `reference` names a component, an object.
 */
export function pinnedPayload(event: string, reference: string, fields: Readonly<Record<string, string>>, components: Record<string, SourceSchema>): SourcePayload {
  const whole = components[reference.slice(reference.lastIndexOf("/") + 1)];
  if (!whole?.properties) throw new Error(`${reference} is no object of the source`);
  const pins = Object.entries(fields).map(([field, value]) => [field, { type: "string", enum: [value] }] as const);
  components[`payload:${event}`] = {
    ...whole,
    properties: { ...whole.properties, ...Object.fromEntries(pins) },
    required: [...new Set([...(whole.required ?? []), ...Object.keys(fields)])],
  };
  return { event, reference: `#/components/schemas/payload:${event}` };
}
