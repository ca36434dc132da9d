import type { TSIndexSignature, TSPropertySignature, TSSignature } from "oxc-parser";
import { toTypeKey } from "../encode.js";
import { printComment } from "./print-comment.js";
import { printType, type PrintContext } from "./print-type.js";
import { unsafeOutput } from "../unsafe-output.js";

/** Prints the members of an object type in braces. Throws `unsafe-output` on all but properties and a string index. */
export function printMembers(members: readonly TSSignature[], context: PrintContext, indent: string): string {
  const inner = `${indent}  `;
  const lines = members.map((member) => {
    if (member.type === "TSPropertySignature") return printProperty(member, context, inner);
    if (member.type === "TSIndexSignature") return printIndex(member, context, inner, members.length === 1);
    throw unsafeOutput(member.type);
  });
  return `{\n${lines.join("")}${indent}}`;
}

function printProperty({ key, computed, optional, typeAnnotation }: TSPropertySignature, context: PrintContext, indent: string): string {
  const property = !computed && key.type === "Identifier" ? context.names.properties.get(key.name) : undefined;
  if (!property || !typeAnnotation) throw unsafeOutput("TSPropertySignature");
  const start = `${indent}${toTypeKey(property.name)}${optional ? "?" : ""}:`;
  return `${printComment(property, indent)}${start}${after(printType(typeAnnotation.typeAnnotation, context, indent, start.length + 2))};\n`;
}

function printIndex({ parameters, typeAnnotation }: TSIndexSignature, context: PrintContext, indent: string, alone: boolean): string {
  const key = parameters.length === 1 ? parameters[0]?.typeAnnotation.typeAnnotation : undefined;
  if (key?.type !== "TSStringKeyword") throw unsafeOutput("TSIndexSignature");
  const start = `${indent}[key: string]:`;
  const type = printType(typeAnnotation.typeAnnotation, context, indent, start.length + 2);
  // Beside known keys, "anything" would let a misspelt key through.
  return type === "unknown" && !alone ? "" : `${start}${after(type)};\n`;
}

/** A broken type begins on the next line. */
function after(type: string): string {
  return type.startsWith("\n") ? type : ` ${type}`;
}
