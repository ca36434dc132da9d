import type { TSTupleElement, TSType, TSTypeReference } from "oxc-parser";
import type { EncodedSchemas } from "./encode-schemas.js";
import { layOutArray, layOutTuple, type TupleElement } from "./lay-out-list.js";
import { layOutMembers } from "./lay-out-members.js";
import { layOutIntersection, layOutUnion } from "./lay-out-union.js";
import { type Layout, type LayoutIds, layOutText } from "./layout.js";
import { printLiteral } from "./print-literal.js";
import { KEYWORD_TYPES } from "../keyword-types.js";
import { unsafeOutput } from "../unsafe-output.js";

/** What a type is laid out with. */
export interface LayoutContext {
  readonly names: Pick<EncodedSchemas, "definitions" | "properties">;
  /** Takes the name of every declaration that is mentioned. */
  readonly references: Set<string>;
  readonly ids: LayoutIds;
}

/**
 * Lays a type out, visiting each of its nodes once: nested types can be written so that a second visit
 * takes for ever. Knows the types that payloads are made of and throws `unsafe-output` on every other one.
 */
export function layOutType(type: TSType, context: LayoutContext): Layout {
  const { ids } = context;
  const keyword = KEYWORDS.get(type.type);
  if (keyword !== undefined) return layOutText(keyword, ids);
  switch (type.type) {
    case "TSParenthesizedType":
      return layOutType(type.typeAnnotation, context);
    case "TSLiteralType":
      return layOutText(printLiteral(type.literal), ids);
    case "TSTypeReference":
      return layOutText(readReference(type, context), ids);
    case "TSTypeLiteral":
      return layOutMembers(type.members, context);
    case "TSArrayType":
      return layOutArray(layOutType(type.elementType, context), ids);
    case "TSTupleType":
      return layOutTuple(type.elementTypes.map((element) => readElement(element, context)), ids);
    case "TSUnionType":
      return layOutUnion(type.types.map((member) => layOutType(member, context)), ids);
    case "TSIntersectionType":
      return layOutIntersection(type.types.map((member) => layOutType(member, context)), ids);
    default:
      throw unsafeOutput(type.type);
  }
}

const KEYWORDS: ReadonlyMap<string, string> = new Map([...KEYWORD_TYPES, ["TSUnknownKeyword", "unknown"]]);

function readReference({ typeName, typeArguments }: TSTypeReference, { names, references }: Pick<LayoutContext, "names" | "references">): string {
  const [whole, ...others] = typeArguments?.params ?? [];
  if (typeName.type === "Identifier" && typeName.name === "Partial" && whole?.type === "TSTypeReference" && others.length === 0) {
    return `Partial<${readReference(whole, { names, references })}>`;
  }
  const definition = typeName.type === "Identifier" ? names.definitions.get(typeName.name) : undefined;
  if (!definition || typeArguments) throw unsafeOutput("TSTypeReference");
  references.add(definition.name);
  return definition.name;
}

function readElement(element: TSTupleElement, context: LayoutContext): TupleElement {
  if (element.type === "TSRestType") return { isRest: true, layout: layOutType(element.typeAnnotation, context) };
  if (element.type === "TSOptionalType") throw unsafeOutput(element.type);
  return { isRest: false, layout: layOutType(element, context) };
}
