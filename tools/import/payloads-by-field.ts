import type { SourcePayload } from "./source-payload.js";
import type { SourceSchema } from "./source-schema.js";

type Components = Record<string, SourceSchema>;

/**
 * One payload for each value that a field (`type`, `event.type`) has in any of the members: references to components. A payload says that one
 * value of the field, so that a union of payloads narrows by it. `within` keeps the actions of one event apart from another's.
 * Throws where a member's field is not one of known values.
 */
export function payloadsByField(members: readonly SourceSchema[], field: string, components: Components, within = ""): readonly SourcePayload[] {
  const path = field.split(".");
  const byEvent = new Map<string, SourceSchema[]>();
  for (const member of members) {
    const values = valuesAt(member, path, components);
    if (values.length === 0) throw new Error(`${JSON.stringify(member).slice(0, 200)} has no known ${field}`);
    for (const value of values) {
      const payload = values.length === 1 ? member : pinned(member, path, value, components);
      byEvent.set(String(value), [...(byEvent.get(String(value)) ?? []), payload]);
    }
  }
  return [...byEvent].map(([event, schemas]) => ({ event, reference: reference(within + event, schemas, components) }));
}

type Values = NonNullable<SourceSchema["enum"]>;

function reference(event: string, [only, ...others]: readonly SourceSchema[], components: Components): string {
  if (only?.$ref && others.length === 0) return only.$ref;
  const key = `payload:${event}`;
  components[key] = only && others.length === 0 ? only : { anyOf: [...(only ? [only] : []), ...others] };
  return `#/components/schemas/${key}`;
}

/** The values that a field is known to have, in any branch; none where it is not of known values. */
export function valuesAt(schema: SourceSchema, path: readonly string[], components: Components): Values {
  const { properties = {}, enum: values = [], anyOf = [] } = resolved(schema, components);
  const [key, ...rest] = path;
  if (anyOf.length > 0) return [...new Set(anyOf.flatMap((branch) => valuesAt(branch, path, components)))];
  return key === undefined ? values : valuesAt(properties[key] ?? {}, rest, components);
}

/** The schema with one value at the path; of a choice, the branches that can have it. */
function pinned(schema: SourceSchema, path: readonly string[], value: Values[number], components: Components): SourceSchema {
  const whole = resolved(schema, components);
  const [key, ...rest] = path;
  if (key === undefined) return { type: whole.type ?? "string", enum: [value] };
  const held = valuesAt(schema, path, components);
  if (held.length === 1 && held[0] === value) return schema;
  if (whole.anyOf) {
    const branches = whole.anyOf.filter((branch) => valuesAt(branch, path, components).includes(value));
    const [only, ...others] = branches.map((branch) => pinned(branch, path, value, components));
    return only && others.length === 0 ? only : { anyOf: [...(only ? [only] : []), ...others] };
  }
  return { ...whole, properties: { ...whole.properties, [key]: pinned(whole.properties?.[key] ?? {}, rest, value, components) } };
}

/** Follows references; throws when one leads nowhere. */
function resolved(schema: SourceSchema, components: Components): SourceSchema {
  if (schema.$ref === undefined) return schema;
  const target = components[schema.$ref.slice(schema.$ref.lastIndexOf("/") + 1)];
  if (!target) throw new Error(`${schema.$ref} is not in the source`);
  return resolved(target, components);
}
