import type { Directive, Statement, TSSignature, TSType } from "oxc-parser";
import type { EncodedSchemas } from "./encode-schemas.js";
import { layOutMembers } from "./lay-out-members.js";
import { layOutType } from "./lay-out-type.js";
import { LayoutIds, LINE_WIDTH } from "./layout.js";
import type { TypeDeclaration } from "./payload-types.js";
import { printComment } from "./print-comment.js";
import { unsafeOutput } from "../unsafe-output.js";

/** Prints an exported interface or type alias under its final name, or throws `unsafe-output`. Undefined for one that no definition asked for. */
export function printDeclaration(statement: Statement | Directive, names: EncodedSchemas): TypeDeclaration | undefined {
  const { id, body } = readDeclaration(statement);
  const definition = names.definitions.get(id);
  if (!definition) return undefined;
  const { name } = definition;
  const references = new Set<string>();
  const context = { names, references, ids: new LayoutIds() };
  const comment = printComment(definition, "");
  if ("length" in body) return { name, text: `${comment}export interface ${name} ${layOutMembers(body, context).print("", 0)}`, references: [...references] };
  const start = `export type ${name} =`;
  const type = layOutType(body, context).print("", Math.min(start.length + 2, LINE_WIDTH));
  return { name, text: `${comment}${start}${type.startsWith("\n") ? "" : " "}${type};`, references: [...references] };
}

interface PlainDeclaration {
  readonly id: string;
  readonly body: readonly TSSignature[] | TSType;
}

function readDeclaration(statement: Statement | Directive): PlainDeclaration {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : null;
  if (declaration?.type === "TSInterfaceDeclaration" && !declaration.typeParameters && declaration.extends.length === 0) {
    return { id: declaration.id.name, body: declaration.body.body };
  }
  if (declaration?.type === "TSTypeAliasDeclaration" && !declaration.typeParameters) {
    const type = declaration.typeAnnotation;
    return { id: declaration.id.name, body: type.type === "TSTypeLiteral" ? type.members : type };
  }
  throw unsafeOutput(declaration?.type ?? statement.type);
}
