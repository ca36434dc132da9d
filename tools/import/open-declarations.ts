import { join } from "node:path";
import ts from "typescript";
import { type ConversionRules, TypeConverter } from "./type-converter.js";

/** What a declaration file exports, and the components its types were turned into so far. */
export interface Declarations {
  readonly converter: TypeConverter;
  /** The type of an exported name, or of a name in an exported namespace (`Payment.Raw`); throws when there is none. */
  readonly exported: (name: string) => ts.Type;
  /** The exported names, in the file's order. */
  readonly names: readonly string[];
}

/** Reads declaration files and all they import. Nothing is read from disk later. */
export function openDeclarations(root: string, entries: string | readonly string[], rules: ConversionRules): Declarations {
  const files = [entries].flat().map((entry) => join(root, entry));
  const program = ts.createProgram(files, OPTIONS);
  const checker = program.getTypeChecker();
  const symbols = new Map(files.flatMap((file) => exportsOf(file, program)).map((symbol) => [symbol.name, symbol]));
  const exported = (name: string): ts.Type => {
    const [first = "", ...rest] = name.split(".");
    const whole = symbols.get(first);
    const found = whole && rest.reduce<ts.Symbol | undefined>((symbol, part) => symbol && memberOf(symbol, part, checker), aliased(whole, checker));
    if (!found) throw new Error(`${name} is not exported`);
    return checker.getDeclaredTypeOfSymbol(found);
  };
  return { converter: new TypeConverter({ program, checker, root, rules }), exported, names: [...symbols.keys()] };
}

function exportsOf(file: string, program: ts.Program): readonly ts.Symbol[] {
  const source = program.getSourceFile(file);
  const module = source && program.getTypeChecker().getSymbolAtLocation(source);
  if (!module) throw new Error(`${file} is no module`);
  return program.getTypeChecker().getExportsOfModule(module);
}

function memberOf(symbol: ts.Symbol, name: string, checker: ts.TypeChecker): ts.Symbol | undefined {
  const member = checker.getExportsOfModule(symbol).find((exported) => exported.name === name);
  return member && aliased(member, checker);
}

function aliased(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};
