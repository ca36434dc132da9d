import type { JsonNode, JsonObject } from "../schema/json-node.js";
import type { WorkBudget } from "../schema/work-budget.js";
import type { SchemaDocument } from "./infer-schema.js";
import { type OpenApiDocument, textOf } from "./openapi-document.js";
import { singleTexts } from "./single-texts.js";

/**
 * The choices of a schema with a `discriminator`, each saying its own value: OpenAPI leaves that to the mapping, or to
 * the name of the component, but only a value in the branch lets TypeScript narrow by it.
 * https://spec.openapis.org/oas/v3.1.0#discriminator-object
 */
export function discriminated(schema: JsonObject, written: SchemaDocument, { document, budget }: Lookup): SchemaDocument {
  const discriminator = document.object(schema.members.get("discriminator"));
  const property = discriminator && textOf(discriminator, "propertyName");
  if (discriminator === undefined || property === undefined) return {};
  const values = mappedValues(discriminator, document);
  return Object.fromEntries(
    ["oneOf", "anyOf"].flatMap((key) => {
      const branches = schema.members.get(key);
      if (branches?.kind !== "array") return [];
      const rewritten = written[key] as readonly unknown[];
      return [[key, branches.items.map((branch, index) => withValue(rewritten[index], { branch, property, values, document, budget }))]];
    }),
  );
}

/** Where references are followed, and how far: beyond it every choice is given its value. */
interface Lookup {
  readonly document: OpenApiDocument;
  readonly budget: WorkBudget;
}

interface Branch extends Lookup {
  readonly branch: JsonNode;
  readonly property: string;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

function withValue(written: unknown, { branch, property, values, document, budget }: Branch): unknown {
  const ref = branch.kind === "object" ? textOf(branch, "$ref") : undefined;
  if (ref === undefined || singleTexts(branch, document, budget).has(property)) return written;
  const own = values.get(ref) ?? [componentName(ref)];
  const value = own.length === 1 ? { const: own[0] } : { enum: own };
  return { allOf: [written, { type: "object", properties: { [property]: value }, required: [property] }] };
}

/** Reference → the values that mean it. A mapping may give a component's name in place of a reference. */
function mappedValues(discriminator: JsonObject, document: OpenApiDocument): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const [value, node] of document.object(discriminator.members.get("mapping"))?.members ?? []) {
    if (node.kind !== "string") continue;
    const ref = node.value.includes("/") || node.value.includes("#") ? node.value : `#/components/schemas/${node.value}`;
    values.set(ref, [...(values.get(ref) ?? []), value]);
  }
  return values;
}

function componentName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1).replaceAll("~1", "/").replaceAll("~0", "~");
}
