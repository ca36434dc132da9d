import type { JsonNode, JsonObject } from "../schema/json-node.js";
import type { WorkBudget } from "../schema/work-budget.js";
import type { OpenApiDocument } from "./openapi-document.js";

/** The one text that a schema allows, if it is one. */
export function singleText(schema: JsonObject | undefined): string | undefined {
  const constant = schema?.members.get("const");
  if (constant) return constant.kind === "string" ? constant.value : undefined;
  const values = schema?.members.get("enum");
  const [only, ...others] = values?.kind === "array" ? values.items : [];
  return only?.kind === "string" && others.length === 0 ? only.value : undefined;
}

/** The top-level properties of which a schema allows but one text, with that text. `budget` bounds how far it is looked into. */
export function singleTexts(schema: JsonNode | undefined, document: OpenApiDocument, budget: WorkBudget, depth = 0): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const object = depth < DEEPEST && budget.spend(1) ? document.object(schema) : undefined;
  const parts = object?.members.get("allOf");
  for (const part of parts?.kind === "array" ? parts.items : []) {
    for (const [name, text] of singleTexts(part, document, budget, depth + 1)) texts.set(name, text);
  }
  const properties = object?.members.get("properties");
  for (const [name, property] of properties?.kind === "object" ? properties.members : []) {
    const text = budget.spend(1) ? singleText(document.object(property)) : undefined;
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** Schemas can each be all of the next one. */
const DEEPEST = 20;
