import { singular } from "../schema-references.js";
import type { SourceSchema } from "../source-schema.js";

/**
 * A schema inferred from one or two examples, without what examples cannot tell: there each of their keys is required, and what was not null in
 * them never is. Of ids, money, lists, flags and times that is so. Anything else may be absent or null, unless a null was seen: that key was there.
 */
export function loosened(schema: SourceSchema): SourceSchema {
  const { properties, items, anyOf, ...own } = withoutGuesses(schema);
  const shared = SHARED[Object.keys(properties ?? {}).toSorted().join()];
  if (shared) return allowsNull(schema) ? orNull(referenceTo(shared)) : referenceTo(shared);
  return {
    ...own,
    ...(properties && objectOf(properties)),
    ...(items && { items: loosened(items) }),
    ...(anyOf && { anyOf: anyOf.map((branch) => (branch.type === "null" ? branch : loosened(branch))) }),
  };
}

/** Objects that are everywhere: keys → component. */
const SHARED: Readonly<Record<string, string>> = { "amount,currency_code": "money", "presentment_money,shop_money": "money_set" };

/** The components that loosened schemas refer to. */
export const sharedComponents: Readonly<Record<string, SourceSchema>> = {
  money: { type: "object", properties: { amount: { type: "string" }, currency_code: { type: "string" } }, required: ["amount", "currency_code"] },
  money_set: {
    type: "object",
    properties: { shop_money: referenceTo("money"), presentment_money: referenceTo("money") },
    required: ["shop_money", "presentment_money"],
  },
};

/** So many keys and no more are not the whole of a resource. */
export const FEW = 3;

const SURE: ReadonlySet<string> = new Set(["id", "admin_graphql_api_id", "created_at", "updated_at", "currency", "price", "title", "quantity"]);

function objectOf(properties: NonNullable<SourceSchema["properties"]>): SourceSchema {
  const names = Object.keys(properties);
  // An object in an object of few keys is what that one is about.
  const sure = names.filter((name) => isSure(name, properties[name] ?? {}) || (names.length <= FEW && properties[name]?.type === "object"));
  const entries = Object.entries(properties).map(([name, schema]) => {
    const own = titled(loosened(schema), name.endsWith("_address") ? "address" : singular(name));
    return [name, sure.includes(name) ? own : orNull(own)] as const;
  });
  return { properties: Object.fromEntries(entries), required: sure };
}

function referenceTo(component: string): SourceSchema {
  return { $ref: `#/components/schemas/${component}` };
}

function isSure(name: string, schema: SourceSchema): boolean {
  return SURE.has(name) || schema.type === "array" || schema.type === "boolean" || allowsNull(schema);
}

function allowsNull({ type = [], anyOf = [] }: SourceSchema): boolean {
  return [type].flat().includes("null") || anyOf.some(allowsNull);
}

function orNull(schema: SourceSchema): SourceSchema {
  if (schema.$ref !== undefined) return { anyOf: [schema], nullable: true };
  return Object.keys(schema).length === 0 ? schema : { ...schema, nullable: true };
}

/** An object is called what the property that holds it is called, but for an id with a hint. */
function titled(schema: SourceSchema, title: string): SourceSchema {
  if (schema.properties) return Object.keys(schema.properties).length > 2 ? { ...schema, title } : schema;
  return {
    ...schema,
    ...(schema.items && { items: titled(schema.items, title) }),
    ...(schema.anyOf && { anyOf: schema.anyOf.map((branch) => titled(branch, title)) }),
  };
}

/** Of a list that was empty and a value that was null nothing is known; and an id such as `gid://shopify/Order/1` is no address. */
function withoutGuesses({ format, ...schema }: SourceSchema): SourceSchema {
  if (schema.type === "null") return {};
  const items = schema.type === "array" && typeof schema.items !== "object" ? {} : schema.items;
  return { ...schema, ...(items && { items }), ...(format === "date-time" && { format }) };
}
