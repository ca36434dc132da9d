import type { TSArrayType, TSIntersectionType, TSTupleElement, TSTupleType, TSType, TSTypeReference, TSUnionType } from "oxc-parser";
import type { EncodedSchemas } from "./encode-schemas.js";
import { printLiteral } from "./print-literal.js";
import { printMembers } from "./print-members.js";
import { unsafeOutput } from "../unsafe-output.js";

/** What a type is printed with. */
export interface PrintContext {
  readonly names: Pick<EncodedSchemas, "definitions" | "properties">;
  /** Takes the name of every declaration that is mentioned. */
  readonly references: Set<string>;
}

/** The longest line that is not broken. */
export const LINE_WIDTH = 100;

/**
 * Prints a type. `indent` is that of the line it begins on, `column` how much of that line is used.
 * Knows the types that payloads are made of and throws `unsafe-output` on every other one.
 */
export function printType(type: TSType, context: PrintContext, indent = "", column: number = indent.length): string {
  const keyword = KEYWORDS.get(type.type);
  if (keyword !== undefined) return keyword;
  switch (type.type) {
    case "TSParenthesizedType":
      return printType(type.typeAnnotation, context, indent, column);
    case "TSLiteralType":
      return printLiteral(type.literal);
    case "TSTypeReference":
      return printReference(type, context);
    case "TSTypeLiteral":
      return printMembers(type.members, context, indent);
    case "TSArrayType":
      return printArray(type, context, indent, column);
    case "TSTupleType":
      return printTuple(type, context, indent);
    case "TSUnionType":
      return printUnion(type, context, indent, column);
    case "TSIntersectionType":
      return printIntersection(type, context, indent);
    default:
      throw unsafeOutput(type.type);
  }
}

const KEYWORDS: ReadonlyMap<string, string> = new Map([
  ["TSBooleanKeyword", "boolean"],
  ["TSNeverKeyword", "never"],
  ["TSNullKeyword", "null"],
  ["TSNumberKeyword", "number"],
  ["TSStringKeyword", "string"],
  ["TSUndefinedKeyword", "undefined"],
  ["TSUnknownKeyword", "unknown"],
]);

function printReference({ typeName, typeArguments }: TSTypeReference, { names, references }: PrintContext): string {
  const definition = typeName.type === "Identifier" ? names.definitions.get(typeName.name) : undefined;
  if (!definition || typeArguments) throw unsafeOutput("TSTypeReference");
  references.add(definition.name);
  return definition.name;
}

function printArray({ elementType }: TSArrayType, context: PrintContext, indent: string, column: number): string {
  const element = bare(elementType);
  const text = printType(element, context, indent, column + 1);
  const isCombined = element.type === "TSUnionType" || element.type === "TSIntersectionType";
  const isOne = unionMembers(element, context, indent).length === 1 && !text.includes(" & ");
  if (!isCombined || isOne) return `${text}[]`;
  return text.startsWith("\n") ? `(${text}\n${indent})[]` : `(${text})[]`;
}

function printTuple({ elementTypes }: TSTupleType, context: PrintContext, indent: string): string {
  const inner = `${indent}  `;
  const line = `[${elementTypes.map((element) => printElement(element, context, indent)).join(", ")}]`;
  if (!line.includes("\n") && indent.length + line.length <= LINE_WIDTH) return line;
  return `[\n${elementTypes.map((element) => `${inner}${printElement(element, context, inner)},\n`).join("")}${indent}]`;
}

function printElement(element: TSTupleElement, context: PrintContext, indent: string): string {
  if (element.type === "TSRestType") return `...${printType(element.typeAnnotation, context, indent)}`;
  if (element.type === "TSOptionalType") throw unsafeOutput(element.type);
  return printType(element, context, indent);
}

function printUnion(type: TSUnionType, context: PrintContext, indent: string, column: number): string {
  const members = unionMembers(type, context, indent);
  const line = members.join(" | ");
  const objects = members.filter((member) => member.includes("\n"));
  const fits = column + line.length <= LINE_WIDTH;
  if (objects.length === 0 ? fits || members.length === 1 : members.length === 1 || isHugged(members, objects)) return line;
  const broken = unionMembers(type, context, `${indent}    `);
  return broken.map((member) => `\n${indent}  | ${member}`).join("");
}

/** `{ … } | null` reads well without a line for each. */
function isHugged(members: readonly string[], objects: readonly string[]): boolean {
  return objects.length === 1 && members.length === 2 && members.includes("null") && objects[0]?.startsWith("{") === true;
}

/** The members of unions in unions, each once, `null` last. */
function unionMembers(type: TSType, context: PrintContext, indent: string): readonly string[] {
  const flat = flatten(type, "TSUnionType");
  const texts = new Set(flat.map((member) => inUnion(member, printType(member, context, indent))));
  if (texts.has("unknown")) return ["unknown"];
  if (texts.size > 1) texts.delete("never");
  return texts.delete("null") ? [...texts, "null"] : [...texts];
}

function inUnion(member: TSType, text: string): string {
  return member.type === "TSIntersectionType" && text.includes(" & ") ? `(${text})` : text;
}

function printIntersection(type: TSIntersectionType, context: PrintContext, indent: string): string {
  const members = flatten(type, "TSIntersectionType").map((member) => {
    const text = printType(member, context, indent, LINE_WIDTH / 2);
    if (member.type !== "TSUnionType" || unionMembers(member, context, indent).length === 1) return text;
    return text.startsWith("\n") ? `(${text}\n${indent})` : `(${text})`;
  });
  return [...new Set(members)].join(" & ");
}

function flatten(type: TSType, kind: "TSUnionType" | "TSIntersectionType"): readonly TSType[] {
  const inner = bare(type);
  return inner.type === kind ? inner.types.flatMap((member) => flatten(member, kind)) : [inner];
}

function bare(type: TSType): TSType {
  return type.type === "TSParenthesizedType" ? bare(type.typeAnnotation) : type;
}
