import { Node, SyntaxKind } from "ts-morph";
import type { UserHandler } from "./find-handlers.js";
import { type FileStyle, indentAt, lineStart } from "./file-style.js";
import { methodStub, type Stub } from "./method-stub.js";
import type { Splice } from "./splice.js";

/** Puts methods at the end of a class, or of the object given to `define`, indented as its members are. */
export function insertMethods({ body }: UserHandler, stubs: readonly Stub[], style: FileStyle): readonly Splice[] {
  if (stubs.length === 0) return [];
  const isObject = Node.isObjectLiteralExpression(body);
  const { at, before, after, indent } = roomIn(body, style);
  const comma = isObject ? "," : "";
  const texts = stubs.map((stub) => methodStub(stub, indent, style)).join(`${comma}${style.eol}${style.eol}`);
  const last = isObject && hasTrailingComma(body) ? comma : "";
  return [...missingComma(body), { at, text: `${before}${texts}${last}${after}` }];
}

/** Where the body ends, and what sets a method off from what stands before and after. */
function roomIn(body: UserHandler["body"], { eol, step }: FileStyle) {
  const text = body.getSourceFile().getFullText();
  const open = body.getFirstChildByKindOrThrow(SyntaxKind.OpenBraceToken).getEnd();
  const close = body.getLastChildByKindOrThrow(SyntaxKind.CloseBraceToken).getStart();
  const start = lineStart(text, close);
  // The brace stands on a line of its own: the methods take the line before it.
  const isOwnLine = start >= open && text.slice(start, close).trim() === "";
  const base = indentAt(text, isOwnLine ? close : Node.isObjectLiteralExpression(body) ? open : body.getStart());
  const indent = memberIndent(body, text) ?? `${base}${step}`;
  const inside = text.slice(open, isOwnLine ? start : close);
  const isSetOff = inside.trim() === "" || /\n[ \t]*\r?\n$/.test(inside);
  const blank = isSetOff ? "" : eol;
  return isOwnLine ? { at: start, before: blank, after: eol, indent } : { at: close, before: `${eol}${blank}`, after: `${eol}${base}`, indent };
}

/** The indentation of the first member that begins a line. */
function memberIndent(body: UserHandler["body"], text: string): string | undefined {
  const members: readonly Node[] = Node.isObjectLiteralExpression(body) ? body.getProperties() : body.getMembers();
  const first = members.find((member) => text.slice(lineStart(text, member.getStart()), member.getStart()).trim() === "");
  return first && indentAt(text, first.getStart());
}

function missingComma(body: UserHandler["body"]): readonly Splice[] {
  const last = Node.isObjectLiteralExpression(body) ? body.getProperties().at(-1) : undefined;
  return last === undefined || hasTrailingComma(body) ? [] : [{ at: last.getEnd(), text: "," }];
}

function hasTrailingComma(body: UserHandler["body"]): boolean {
  return Node.isObjectLiteralExpression(body) && body.compilerNode.properties.hasTrailingComma === true;
}
