import { type ClassDeclaration, type ClassExpression, type ImportDeclaration, Node, type ObjectLiteralExpression, type SourceFile, SyntaxKind } from "ts-morph";
import type { GeneratedHandler } from "./generated-handler.js";

/** A class of the user's that extends a generated one, or an object given to its `define`. */
export interface UserHandler {
  /** The name that people know it by; undefined when it has none. */
  readonly name: string | undefined;
  readonly body: ClassBody | ObjectLiteralExpression;
  /** What imports the generated class. */
  readonly imported: ImportDeclaration;
  readonly generated: GeneratedHandler;
}

/** A class, with a name or without. */
export type ClassBody = ClassDeclaration | ClassExpression;

/** What a file has. */
export interface FoundHandlers {
  readonly handlers: readonly UserHandler[];
  /** Imported classes that something extends and that no generated file has: `Base from "./base.js"`. */
  readonly others: readonly string[];
}

/**
 * Finds the user's handlers in a file: classes that extend a generated one, also through a class of the same file, and
 * objects given to `define`.
 *
 * @param load - The generated class that an import leads to; undefined where it leads elsewhere
 */
export async function findHandlers(source: SourceFile, load: (specifier: string) => Promise<GeneratedHandler | undefined>): Promise<FoundHandlers> {
  const handlers: UserHandler[] = [];
  const others: string[] = [];
  for (const { body, base } of [...extendingClasses(source), ...definedObjects(source)]) {
    const origin = originOf(base, new Set());
    if (origin === undefined) continue;
    const specifier = origin.imported.getModuleSpecifierValue();
    const generated = await load(specifier);
    if (generated?.className === origin.name) handlers.push({ name: nameOf(body), body, imported: origin.imported, generated });
    else others.push(`${origin.name} from "${specifier}"`);
  }
  return { handlers, others: [...new Set(others)] };
}

interface Candidate {
  readonly body: UserHandler["body"];
  /** What it extends, or what `define` is called on. */
  readonly base: Node;
}

function extendingClasses(source: SourceFile): readonly Candidate[] {
  const classes = [...source.getDescendantsOfKind(SyntaxKind.ClassDeclaration), ...source.getDescendantsOfKind(SyntaxKind.ClassExpression)];
  return classes.flatMap((body) => {
    const base = body.getExtends()?.getExpression();
    return base === undefined || (Node.isClassDeclaration(body) && body.isAmbient()) ? [] : [{ body, base }];
  });
}

/** `GitHubHandler.define({ … })` */
function definedObjects(source: SourceFile): readonly Candidate[] {
  return source.getDescendantsOfKind(SyntaxKind.CallExpression).flatMap((call) => {
    const called = call.getExpression();
    const [methods] = call.getArguments();
    if (!Node.isPropertyAccessExpression(called) || called.getName() !== "define" || !Node.isObjectLiteralExpression(methods)) return [];
    return [{ body: methods, base: called.getExpression() }];
  });
}

interface Origin {
  readonly name: string;
  readonly imported: ImportDeclaration;
}

/** The import that a class comes from, by its name there. */
function originOf(base: Node, seen: Set<string>): Origin | undefined {
  const source = base.getSourceFile();
  if (Node.isPropertyAccessExpression(base)) {
    const namespace = base.getExpression().getText();
    const imported = source.getImportDeclarations().find((one) => one.getNamespaceImport()?.getText() === namespace);
    return imported && { name: base.getName(), imported };
  }
  const local = base.getText();
  if (!Node.isIdentifier(base) || seen.has(local)) return undefined;
  seen.add(local);
  for (const imported of source.getImportDeclarations()) {
    const named = imported.getNamedImports().find((one) => (one.getAliasNode() ?? one.getNameNode()).getText() === local);
    if (named !== undefined) return { name: named.getName(), imported };
  }
  const parent = source.getClass(local)?.getExtends()?.getExpression();
  return parent && originOf(parent, seen);
}

function nameOf(body: UserHandler["body"]): string | undefined {
  const own = Node.isObjectLiteralExpression(body) ? undefined : body.getName();
  if (own !== undefined) return own;
  if (Node.isClassDeclaration(body)) return "default";
  const value = Node.isObjectLiteralExpression(body) ? body.getParent() : body;
  const parent = value?.getParent();
  return Node.isVariableDeclaration(parent) ? parent.getName() : undefined;
}
