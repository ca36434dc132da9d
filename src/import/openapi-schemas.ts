import type { JsonNode, JsonObject, JsonString } from "../schema/json-node.js";
import { SHARED_DEFINITIONS } from "../schema/name-definitions.js";
import { toPlain } from "../schema/to-plain.js";
import { WorkBudget } from "../schema/work-budget.js";
import { discriminated } from "./discriminated.js";
import type { SchemaDocument } from "./infer-schema.js";
import { nullable } from "./nullable.js";
import type { OpenApiDocument, Target } from "./openapi-document.js";

/** Rewrites an OpenAPI document's schemas as JSON Schema: what several share is kept once, in `definitions.json`. */
export class OpenApiSchemas {
  /** What was pointed to, keyed by its name in the shared file. */
  readonly definitions: Map<string, unknown> = new Map();
  /** The draft that the schemas are written in. */
  readonly draft: string;
  readonly #document: OpenApiDocument;
  readonly #wanted = new Map<string, JsonNode>();
  readonly #budget = new WorkBudget(MOST_SCHEMAS);
  readonly #lookups = new WorkBudget(MOST_SCHEMAS);
  /** Whether the shared file is written: its references stay inside of it. */
  #isShared = false;

  constructor(document: OpenApiDocument) {
    this.#document = document;
    // Before 3.1 whatever stands beside a $ref is ignored.
    this.draft = document.version.startsWith("3.0") ? "http://json-schema.org/draft-07/schema#" : "https://json-schema.org/draft/2020-12/schema";
  }

  /** The schema of a body, for a file beside the shared one. */
  write(schema: JsonNode): SchemaDocument {
    this.#isShared = false;
    const written = this.#schema(schema);
    this.#isShared = true;
    // A Map's iterator also visits what is added on the way.
    for (const [name, node] of this.#wanted) if (!this.definitions.has(name)) this.definitions.set(name, this.#schema(node));
    return { $schema: this.draft, ...(typeof written === "object" && written) };
  }

  #schema(node: JsonNode): SchemaDocument | boolean {
    if (!this.#budget.spend(1)) {
      this.#document.error(node, "schema-too-large", "The schemas are too large", "Point at what is repeated with $ref, and not into the parts of a schema");
      this.#document.problems.throwErrors();
    }
    if (node.kind === "boolean") return node.value;
    if (node.kind === "object") return nullable(this.#keywords(node), node);
    this.#document.error(node, "schema-not-object", "A schema here is neither an object nor true or false", "Make it an object");
    return {};
  }

  /** Only what says something of types: examples, titles and extensions stay behind. */
  #keywords(schema: JsonObject): SchemaDocument {
    const written = Object.fromEntries([...schema.members].flatMap(([key, node]) => {
      const value = this.#keyword(key, node);
      return value === undefined ? [] : [[key, value]];
    }));
    return { ...written, ...discriminated(schema, written, { document: this.#document, budget: this.#lookups }) };
  }

  #keyword(key: string, node: JsonNode): unknown {
    if (key === "$ref") return node.kind === "string" ? this.#reference(node) : undefined;
    if (PLAIN.has(key)) return toPlain(node);
    if (MAPS.has(key)) return node.kind === "object" ? Object.fromEntries([...node.members].map(([name, one]) => [name, this.#schema(one)])) : undefined;
    if (LISTS.has(key) || (key === "items" && node.kind === "array")) return node.kind === "array" ? node.items.map((one) => this.#schema(one)) : undefined;
    return SINGLE.has(key) ? this.#schema(node) : undefined;
  }

  #reference(ref: JsonString): string | undefined {
    const target = this.#document.target(ref);
    if (target === undefined) return undefined;
    const name = this.#nameOf(target);
    this.#wanted.set(name, target.node);
    const place = `#/definitions/${encodeURIComponent(name.replaceAll("~", "~0").replaceAll("/", "~1"))}`;
    return this.#isShared ? place : `${SHARED_DEFINITIONS}${place}`;
  }

  /** A component has its own name, any other place the names on the way to it, or its whole pointer where those are taken. */
  #nameOf({ pointer, node }: Target): string {
    const isComponent = pointer.length === 3 && pointer[0] === "components" && pointer[1] === "schemas";
    if (isComponent) return pointer[2] as string;
    const name = pointer.filter((word) => !GENERAL.has(word)).join("/");
    const isFree = name !== "" && !this.#document.hasComponent(name) && (this.#wanted.get(name) ?? node) === node;
    return isFree ? name : `/${pointer.join("/")}`;
  }
}

/** Words of a pointer that only say that a name follows. */
const GENERAL: ReadonlySet<string> = new Set(
  "components schemas schema properties $defs definitions items webhooks x-webhooks post put requestBodies requestBody content application/json responses parameters paths".split(" "),
);

const PLAIN: ReadonlySet<string> = new Set(
  "type required enum const format minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems description deprecated".split(" "),
);
const MAPS: ReadonlySet<string> = new Set(["properties", "patternProperties"]);
const LISTS: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const SINGLE: ReadonlySet<string> = new Set(["items", "additionalItems", "additionalProperties", "unevaluatedProperties", "unevaluatedItems"]);

/** A `$ref` into each level of a schema copies all that is below each of them. */
const MOST_SCHEMAS = 1_000_000;
