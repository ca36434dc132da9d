import { relative } from "node:path";
import ts from "typescript";
import type { ConverterOptions } from "./type-converter.js";

/**
 * What a type is called in its source, and where: `cjs.resources.Charges:Charge.Refunds`, with type arguments
 * `lib:ApiList<Charge>`. Undefined for a type without a name of its own.
 */
export function componentKey(type: ts.Type, { program, checker, root }: ConverterOptions): string | undefined {
  const isNamed = type.symbol && (type.symbol.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.Enum)) !== 0;
  const symbol = type.aliasSymbol ?? (isNamed ? type.symbol : undefined);
  const file = symbol?.declarations?.[0]?.getSourceFile();
  if (!symbol || !file || program.isSourceFileDefaultLibrary(file)) return undefined;
  const path = relative(root, file.fileName).replace(/\.d\.[cm]?ts$/, "").replace(/^(\.\.\/)+/, "");
  const name = checker.getFullyQualifiedName(symbol).replace(/^"[^"]*"\./, "");
  const names = argumentsOf(type, checker).map((argument) => checker.typeToString(argument, undefined, ts.TypeFormatFlags.NoTruncation));
  return `${path}:${name}${names.length > 0 ? `<${names.join(",")}>` : ""}`.replaceAll("/", ".");
}

function argumentsOf(type: ts.Type, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type.aliasSymbol) return type.aliasTypeArguments ?? [];
  const { target } = type as ts.TypeReference;
  const count = target?.typeParameters?.length ?? 0;
  return count > 0 ? checker.getTypeArguments(type as ts.TypeReference).slice(0, count) : [];
}
