import { type ImportDeclaration, type SourceFile, SyntaxKind } from "ts-morph";
import { type FileStyle, indentAt, lineStart } from "./file-style.js";
import type { Splice } from "./splice.js";

/** Types of one module that a file wants to name. */
export interface WantedTypes {
  readonly specifier: string;
  readonly names: readonly string[];
  /** Names in it that are known to be types. */
  readonly types: ReadonlySet<string>;
}

/** How the file names each type now, and the imports it needs for that. */
export interface NamedTypes {
  readonly names: ReadonlyMap<string, string>;
  readonly splices: readonly Splice[];
}

/**
 * Makes types nameable: one that is imported already keeps its local name, others join an import of their module, or
 * get one behind `beside`. Where the file has something else of that name, the type is written `import("…").Name`.
 */
export function insertImports(source: SourceFile, wanted: WantedTypes, beside: ImportDeclaration, style: FileStyle): NamedTypes {
  const imports = source.getImportDeclarations().filter((one) => one.getModuleSpecifierValue() === wanted.specifier);
  const names = new Map<string, string>();
  const added: string[] = [];
  for (const name of wanted.names) {
    const known = localName(imports, name) ?? (isTaken(source, name) ? `import(${style.quote}${wanted.specifier}${style.quote}).${name}` : undefined);
    names.set(name, known ?? name);
    if (known === undefined) added.push(name);
  }
  return { names, splices: added.length === 0 ? [] : [joining(imports, added, wanted.types, style) ?? newImport(source, wanted.specifier, added, beside, style)] };
}

/** `PushEvent`, what it was renamed to, or `GitHub.PushEvent`. */
function localName(imports: readonly ImportDeclaration[], name: string): string | undefined {
  const named = imports.flatMap((one) => one.getNamedImports()).find((one) => one.getName() === name);
  if (named !== undefined) return (named.getAliasNode() ?? named.getNameNode()).getText();
  const namespace = imports.map((one) => one.getNamespaceImport()).find((one) => one !== undefined);
  return namespace && `${namespace.getText()}.${name}`;
}

/** Whether the file says the name anywhere: an import could give it another meaning. */
function isTaken(source: SourceFile, name: string): boolean {
  return source.getDescendantsOfKind(SyntaxKind.Identifier).some((one) => one.getText() === name);
}

function joining(imports: readonly ImportDeclaration[], names: readonly string[], types: ReadonlySet<string>, { eol }: FileStyle): Splice | undefined {
  const withNames = imports.filter((one) => one.getNamedImports().length > 0);
  const imported = withNames.find((one) => one.isTypeOnly()) ?? withNames[0];
  const members = imported?.getNamedImports() ?? [];
  const last = members.at(-1);
  if (imported === undefined || last === undefined) return undefined;
  // A file that leaves `type` out compiles without: it goes on so.
  const isPlain = imported.isTypeOnly() || members.some((one) => !one.isTypeOnly() && types.has(one.getName()));
  const text = last.getSourceFile().getFullText();
  const isOwnLine = text.slice(lineStart(text, last.getStart()), last.getStart()).trim() === "";
  const between = isOwnLine ? `,${eol}${indentAt(text, last.getStart())}` : ", ";
  return { at: last.getEnd(), text: names.map((name) => `${between}${isPlain ? "" : "type "}${name}`).join("") };
}

function newImport(source: SourceFile, specifier: string, names: readonly string[], beside: ImportDeclaration, { eol, quote, semicolon }: FileStyle): Splice {
  const text = source.getFullText();
  const end = beside.getEnd();
  // A comment that ends the line belongs to the import before it.
  const rest = /^[ \t]*(?:\/\/[^\r\n]*)?(?=[\r\n]|$)/.exec(text.slice(end))?.[0];
  const line = `${eol}import type { ${names.join(", ")} } from ${quote}${specifier}${quote}`;
  return { at: end + (rest?.length ?? 0), text: `${line}${rest === undefined ? ";" : semicolon}` };
}
