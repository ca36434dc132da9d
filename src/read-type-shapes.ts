import { parseSync, type Statement, type TSSignature, type TSTupleElement, type TSType, type TSTypeReference } from "oxc-parser";
import { KEYWORD_TYPES } from "./keyword-types.js";
import { type FieldShape, type ObjectShape, type TypeShape, UNKNOWN } from "./type-shape.js";

/**
 * Reads the exported types of a generated payloads file. What the generator never prints, so that an editor's hand must
 * have written it, is `unknown`.
 */
export function readTypeShapes(text: string): ReadonlyMap<string, TypeShape> {
  const { program } = parseSync("payloads.ts", text, { lang: "ts", sourceType: "module" });
  return new Map(program.body.flatMap((statement) => readDeclaration(statement) ?? []));
}

function readDeclaration(statement: Statement): readonly (readonly [string, TypeShape])[] | undefined {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
  if (declaration?.type === "TSInterfaceDeclaration") return [[declaration.id.name, readMembers(declaration.body.body)]];
  if (declaration?.type === "TSTypeAliasDeclaration") return [[declaration.id.name, readType(declaration.typeAnnotation)]];
  return undefined;
}

function readType(type: TSType): TypeShape {
  const name = KEYWORD_TYPES.get(type.type);
  if (name !== undefined) return { kind: "keyword", name };
  switch (type.type) {
    case "TSParenthesizedType":
      return readType(type.typeAnnotation);
    case "TSLiteralType":
      return readLiteral(type.literal);
    case "TSTypeReference":
      return readReference(type);
    case "TSTypeLiteral":
      return readMembers(type.members);
    case "TSArrayType":
      return { kind: "list", items: readType(type.elementType) };
    case "TSTupleType":
      return readTuple(type.elementTypes);
    case "TSUnionType":
      return { kind: "union", members: type.types.map(readType) };
    case "TSIntersectionType":
      return { kind: "all", members: type.types.map(readType) };
    default:
      return UNKNOWN;
  }
}

function readLiteral(literal: Extract<TSType, { readonly type: "TSLiteralType" }>["literal"]): TypeShape {
  if (literal.type === "UnaryExpression") {
    const { argument } = literal;
    return argument.type === "Literal" && typeof argument.value === "number" ? { kind: "literal", value: -argument.value } : UNKNOWN;
  }
  if (literal.type !== "Literal") return UNKNOWN;
  const { value } = literal;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? { kind: "literal", value } : UNKNOWN;
}

/** `User`, or `Partial<User>`. */
function readReference({ typeName, typeArguments }: TSTypeReference): TypeShape {
  const [whole] = typeArguments?.params ?? [];
  if (typeName.type !== "Identifier") return UNKNOWN;
  if (whole === undefined) return { kind: "reference", name: typeName.name, isPartial: false };
  const target = typeName.name === "Partial" ? readType(whole) : UNKNOWN;
  return target.kind === "reference" ? { ...target, isPartial: true } : UNKNOWN;
}

function readMembers(members: readonly TSSignature[]): ObjectShape {
  const fields = new Map<string, FieldShape>();
  let others: TypeShape | undefined;
  for (const member of members) {
    if (member.type === "TSIndexSignature") others = readType(member.typeAnnotation.typeAnnotation);
    if (member.type !== "TSPropertySignature" || !member.typeAnnotation) continue;
    const { key, optional, typeAnnotation } = member;
    const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : undefined;
    if (name !== undefined) fields.set(name, { shape: readType(typeAnnotation.typeAnnotation), isOptional: optional });
  }
  return { kind: "object", fields, ...(others && { others }) };
}

function readTuple(elements: readonly TSTupleElement[]): TypeShape {
  const items: TypeShape[] = [];
  let rest: TypeShape | undefined;
  for (const element of elements) {
    if (element.type === "TSRestType") {
      const list = readType(element.typeAnnotation as TSType);
      rest = list.kind === "list" ? list.items : UNKNOWN;
    } else items.push(element.type === "TSOptionalType" ? UNKNOWN : readType(element as TSType));
  }
  return { kind: "tuple", items, ...(rest && { rest }) };
}
