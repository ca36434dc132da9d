import type { TSIndexSignature, TSPropertySignature, TSSignature } from "oxc-parser";
import { toTypeKey } from "../encode.js";
import type { EncodedName } from "./encode-schemas.js";
import { type LayoutContext, layOutType } from "./lay-out-type.js";
import type { Layout } from "./layout.js";
import { printComment } from "./print-comment.js";
import { unsafeOutput } from "../unsafe-output.js";

/** Lays out the members of an object type, in braces. Throws `unsafe-output` on all but properties and a string index. */
export function layOutMembers(members: readonly TSSignature[], context: LayoutContext): Layout {
  const known = members.map((member): Member => {
    if (member.type === "TSPropertySignature") return readProperty(member, context);
    if (member.type === "TSIndexSignature") return readIndex(member, context);
    throw unsafeOutput(member.type);
  });
  // Beside known keys, "anything" would let a misspelt key through.
  const shown = known.length === 1 ? known : known.filter(({ notes, type }) => notes !== undefined || type.line !== "unknown");
  return {
    id: context.ids.of("object", shown.map(({ key, notes, type }) => [key, notes, type.id])),
    isBraced: true,
    print: (indent) => `{\n${shown.map((member) => printMember(member, `${indent}  `)).join("")}${indent}}`,
  };
}

interface Member {
  /** As it is printed: `"a-b"?`. */
  readonly key: string;
  /** Absent on the index. */
  readonly notes?: EncodedName;
  readonly type: Layout;
}

function readProperty({ key, computed, optional, typeAnnotation }: TSPropertySignature, context: LayoutContext): Member {
  const property = !computed && key.type === "Identifier" ? context.names.properties.get(key.name) : undefined;
  if (!property || !typeAnnotation) throw unsafeOutput("TSPropertySignature");
  return { key: `${toTypeKey(property.name)}${optional ? "?" : ""}`, notes: property, type: layOutType(typeAnnotation.typeAnnotation, context) };
}

function readIndex({ parameters, typeAnnotation }: TSIndexSignature, context: LayoutContext): Member {
  const key = parameters.length === 1 ? parameters[0]?.typeAnnotation.typeAnnotation : undefined;
  if (key?.type !== "TSStringKeyword") throw unsafeOutput("TSIndexSignature");
  return { key: "[key: string]", type: layOutType(typeAnnotation.typeAnnotation, context) };
}

function printMember({ key, notes, type }: Member, indent: string): string {
  const start = `${indent}${key}:`;
  const text = type.print(indent, start.length + 2);
  // A broken type begins on the next line.
  return `${notes ? printComment(notes, indent) : ""}${start}${text.startsWith("\n") ? "" : " "}${text};\n`;
}
