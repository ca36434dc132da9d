import { type Identifier, type Node, Project, type SourceFile, type Statement, SyntaxKind } from "ts-morph";

/**
 * The declaration files that somebody can see from the entries, by path, with no other declarations than those. Comments stay
 * where an editor shows them: on what an entry exports.
 */
export function slimDeclarations(paths: readonly string[], entries: readonly string[]): ReadonlyMap<string, string> {
  const project = new Project({ compilerOptions: { module: 199, moduleResolution: 99, target: 9, lib: ["lib.es2023.d.ts"], skipLibCheck: true }, skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([...paths]);
  const shown = new Set(entries.flatMap((path) => [...project.getSourceFileOrThrow(path).getExportedDeclarations().values()].flat()).map(statementOf));
  const seen = new Set<Statement>();
  for (const statement of shown) see(statement, seen);
  const files = new Set([...seen].map((statement) => statement.getSourceFile()).concat(entries.map((path) => project.getSourceFileOrThrow(path))));
  return new Map([...files].map((file) => [file.getFilePath(), print(file, seen, shown)]));
}

/** Everything that a statement names is seen with it. */
function see(statement: Statement, seen: Set<Statement>): void {
  if (seen.has(statement)) return;
  seen.add(statement);
  for (const name of statement.getDescendantsOfKind(SyntaxKind.Identifier)) for (const named of declarationsOf(name)) see(named, seen);
}

function declarationsOf(name: Identifier): readonly Statement[] {
  const symbol = name.getSymbol();
  const declarations = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  return declarations.filter((node) => !node.getSourceFile().isInNodeModules() && isOwn(node)).map(statementOf);
}

function isOwn(node: Node): boolean {
  return node.getSourceFile().getFilePath().includes("/runtime/dist/");
}

/** The statement of its file that a declaration stands in. */
function statementOf(node: Node): Statement {
  const found = node.getAncestors().find((parent) => parent.getParent()?.getKind() === SyntaxKind.SourceFile) ?? node;
  return found as Statement;
}

function print(file: SourceFile, seen: ReadonlySet<Statement>, shown: ReadonlySet<Statement>): string {
  const texts = file.getStatements().map((statement) => {
    if (statement.isKind(SyntaxKind.ImportDeclaration) || statement.isKind(SyntaxKind.ExportDeclaration)) return printNames(statement.getText(), statement, seen);
    if (!seen.has(statement)) return "";
    return shown.has(statement) ? statement.getFullText().trim() : statement.getText().replace(/^ *\/\*\*[^]*?\*\/\n/gm, "");
  });
  const text = [...texts.filter((one) => one !== ""), "export {};"].join("\n");
  return `${text.replace(/^ {4,}/gm, (blanks) => "\t".repeat(blanks.length / 4) + " ".repeat(blanks.length % 4))}\n`;
}

/** An import or export of several names, without those that nobody sees. */
function printNames(text: string, statement: Statement, seen: ReadonlySet<Statement>): string {
  const names = [...statement.getDescendantsOfKind(SyntaxKind.ImportSpecifier), ...statement.getDescendantsOfKind(SyntaxKind.ExportSpecifier)];
  if (names.length === 0) return text;
  const wanted = names.filter((name) => {
    const found = declarationsOf(name.getNameNode() as Identifier);
    return found.length === 0 || found.some((one) => seen.has(one));
  });
  return wanted.length === 0 ? "" : text.replace(/\{[^]*\}/, `{ ${wanted.map((name) => name.getText()).join(", ")} }`);
}
