import { join } from "node:path";
import ts from "typescript";
import { type ConversionRules, TypeConverter } from "./type-converter.js";

/** What a declaration file exports, and the components its types were turned into so far. */
export interface Declarations {
  readonly converter: TypeConverter;
  /** The type of an exported name; throws when there is none. */
  readonly exported: (name: string) => ts.Type;
  /** The exported names, in the file's order. */
  readonly names: readonly string[];
}

/** Reads a declaration file and all it imports. Nothing is read from disk later. */
export function openDeclarations(root: string, entry: string, rules: ConversionRules): Declarations {
  const file = join(root, entry);
  const program = ts.createProgram([file], OPTIONS);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is no module`);
  const symbols = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  const exported = (name: string): ts.Type => {
    const symbol = symbols.get(name);
    if (!symbol) throw new Error(`${entry} does not export ${name}`);
    return checker.getDeclaredTypeOfSymbol(symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol);
  };
  return { converter: new TypeConverter({ program, checker, root, rules }), exported, names: [...symbols.keys()] };
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
