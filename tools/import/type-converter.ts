import ts from "typescript";
import type { SourceSchema } from "./source-schema.js";
import { componentKey } from "./component-key.js";
import { unionSchema } from "./union-schema.js";

/** What there is to know about a package's types. */
export interface ConversionRules {
  /** Classes of a client library → what they are on the wire: `{ Decimal: { type: "string" } }`. */
  readonly classes?: Readonly<Record<string, SourceSchema>>;
  /** Whether "an id, or the object itself" is to be read as the id. */
  readonly collapseExpandable?: boolean;
  /** Components (`lib:Event.Data`) that are written out where they stand instead of getting a name. */
  readonly inline?: RegExp;
}

/** What types are converted with. */
export interface ConverterOptions {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The package's folder: what its components' keys are relative to. */
  readonly root: string;
  readonly rules: ConversionRules;
}

/** Turns types into schemas of their JSON. Whatever has a name in the source becomes a component under it. */
export class TypeConverter {
  readonly components: Record<string, SourceSchema> = {};
  readonly options: ConverterOptions;
  /** The names on the way down, for messages. */
  readonly #path: string[] = [];
  /** Types without a name that are being converted, and what they are called if they hold themselves. */
  readonly #open = new Map<ts.Type, { readonly key: string; isMet: boolean }>();

  constructor(options: ConverterOptions) {
    this.options = options;
  }

  /** A reference where the type has a name, else its schema. Throws on what JSON cannot hold. */
  schemaOf(type: ts.Type): SourceSchema {
    const known = this.options.rules.classes?.[(type.aliasSymbol ?? type.symbol)?.name ?? ""] ?? scalarSchema(type);
    if (known) return known;
    const partial = this.#partial(type);
    if (partial) return partial;
    const key = componentKey(type, this.options);
    if (key === undefined || this.options.rules.inline?.test(key)) return this.#nameless(type);
    if (!Object.hasOwn(this.components, key)) {
      this.components[key] = {};
      this.#path.push(key);
      this.components[key] = this.#structure(type);
      this.#path.pop();
    }
    return { $ref: `#/components/schemas/${key}` };
  }

  /** The properties that JSON can hold, with their types; methods are none. */
  propertiesOf(type: ts.Type): readonly { readonly name: string; readonly type: ts.Type; readonly optional: boolean }[] {
    const { checker } = this.options;
    return checker.getPropertiesOfType(type).flatMap((symbol) => {
      const held = checker.getTypeOfSymbol(symbol);
      const members = held.isUnion() ? held.types : [held];
      const present = members.filter((member) => !(member.flags & ABSENT));
      const isMethod = present.length > 0 && present.every((member) => member.getCallSignatures().length > 0);
      const isDenied = !(symbol.flags & ts.SymbolFlags.Optional) && (held.flags & ts.TypeFlags.Undefined) !== 0;
      if (symbol.name.startsWith("__@") || (present.length === 0 && !isDenied) || isMethod) return [];
      const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0 || present.length < members.length;
      return [{ name: symbol.name, type: held, optional }];
    });
  }

  /** A type without a name becomes a component only where it holds itself: named after where it stands. */
  #nameless(type: ts.Type): SourceSchema {
    // "X or undefined" is no type of its own.
    if (type.isUnion()) return this.#structure(type);
    const open = this.#open.get(type);
    if (open) {
      open.isMet = true;
      return { $ref: `#/components/schemas/${open.key}` };
    }
    const whole = { key: `${this.#path.slice(this.#path.findLastIndex((name) => name.includes(":"))).join(".")}.Nested`, isMet: false };
    this.#open.set(type, whole);
    const schema = this.#structure(type);
    this.#open.delete(type);
    if (!whole.isMet) return schema;
    this.components[whole.key] = schema;
    return { $ref: `#/components/schemas/${whole.key}` };
  }

  #structure(type: ts.Type): SourceSchema {
    const { checker } = this.options;
    if (type.isUnion()) return unionSchema(type, this);
    if (type.flags & ts.TypeFlags.TypeParameter) return this.schemaOf(checker.getDefaultFromTypeParameter(type) ?? checker.getBaseConstraintOfType(type) ?? checker.getUnknownType());
    if (checker.isArrayType(type) || checker.isTupleType(type)) return this.#array(type);
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.NonPrimitive)) return this.#object(type);
    throw this.#noJson(type);
  }

  #array(type: ts.Type): SourceSchema {
    const items = this.options.checker.getTypeArguments(type as ts.TypeReference).map((item) => this.schemaOf(item));
    const distinct = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
    return { type: "array", items: distinct.length === 1 ? (distinct[0] ?? {}) : { anyOf: distinct } };
  }

  #object(type: ts.Type): SourceSchema {
    const { checker } = this.options;
    const properties = this.propertiesOf(type);
    // Of the language, or all methods: a class of a library whose JSON only its `toJSON` knows.
    const isOpaque = this.#isOfLanguage(type) || (properties.length === 0 && checker.getPropertiesOfType(type).length > 0);
    if (isOpaque || type.getCallSignatures().length > 0) throw this.#noJson(type);
    const index = checker.getIndexInfosOfType(type).find(({ keyType }) => keyType.flags & ts.TypeFlags.String);
    const further = index && this.schemaOf(index.type);
    const required = properties.filter(({ optional }) => !optional).map(({ name }) => name);
    return {
      type: "object",
      properties: Object.fromEntries(properties.map((property) => [property.name, this.#property(property)])),
      ...(required.length > 0 && { required }),
      ...(further && { additionalProperties: Object.keys(further).length === 0 ? true : further }),
    };
  }

  #isOfLanguage({ symbol }: ts.Type): boolean {
    const file = symbol?.declarations?.[0]?.getSourceFile();
    return file !== undefined && !["__type", "Object"].includes(symbol.name) && this.options.program.isSourceFileDefaultLibrary(file);
  }

  #noJson(type: ts.Type): Error {
    return new Error(`${this.#path.join(" > ")}: ${this.options.checker.typeToString(type)} is no JSON`);
  }

  #property({ name, type }: { readonly name: string; readonly type: ts.Type }): SourceSchema {
    this.#path.push(name);
    const schema = this.schemaOf(type);
    this.#path.pop();
    return schema;
  }

  /** `Partial<Invoice>` says more than a copy of the invoice. */
  #partial(type: ts.Type): SourceSchema | undefined {
    const [whole] = type.aliasSymbol?.name === "Partial" ? (type.aliasTypeArguments ?? []) : [];
    if (!whole || whole.isUnion() || componentKey(whole, this.options) === undefined) return undefined;
    return { partialOf: this.schemaOf(whole) };
  }
}

/** What a property holds that is not there. */
const ABSENT: ts.TypeFlags = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;

const SCALARS: readonly (readonly [flags: ts.TypeFlags, schema: SourceSchema])[] = [
  [ABSENT, { never: true }],
  [ts.TypeFlags.Null, { type: ["null"] }],
  [ts.TypeFlags.Any | ts.TypeFlags.Unknown, {}],
  [ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping, { type: "string" }],
  [ts.TypeFlags.Number, { type: "number" }],
  [ts.TypeFlags.BigInt, { type: "integer" }],
  [ts.TypeFlags.Boolean, { type: "boolean" }],
];

function scalarSchema(type: ts.Type): SourceSchema | undefined {
  if ("intrinsicName" in type && type.intrinsicName === "error") throw new Error("A type of the source is not there: name the package it comes from");
  if (type.isStringLiteral()) return { type: "string", enum: [type.value] };
  if (type.isNumberLiteral()) return { type: "integer", enum: [type.value] };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { type: "boolean", enum: ["intrinsicName" in type && type.intrinsicName === "true"] };
  // `string & {}` keeps an editor's suggestions beside any string.
  if (type.isIntersection() && type.types.some(({ flags }) => flags & ts.TypeFlags.String)) return { type: "string" };
  return SCALARS.find(([flags]) => type.flags & flags)?.[1];
}
