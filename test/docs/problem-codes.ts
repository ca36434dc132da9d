import { join, relative } from "node:path";
import { type Expression, Node, Project, type SourceFile, SyntaxKind } from "ts-morph";
import { causeCodes } from "../../src/explain/cause-code.js";
import { packageRoot } from "../../src/package-root.js";

/** Every stable code in the sources, with the file that says it. One that is put together is a pattern: `missing-*`. */
export function problemCodes(): ReadonlyMap<string, string> {
  const root = packageRoot();
  const project = new Project({ tsConfigFilePath: join(root, "tsconfig.json"), skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([join(root, "src/**/*.ts"), `!${join(root, "src/runtime/dist/**")}`]);
  const found = new Map<string, string>();
  for (const file of project.getSourceFiles()) {
    const codes = [...[...assigned(file), ...passed(file, project)].flatMap(textsOf), ...declared(file)];
    // The argument parser's own codes never reach anybody.
    for (const code of codes) if (!code.startsWith("commander.") && !found.has(code)) found.set(code, relative(root, file.getFilePath()));
  }
  for (const code of causeCodes) if (!found.has(code)) found.set(code, "src/explain/cause-code.ts");
  return found;
}

/** The `code` of an object. */
function assigned(file: SourceFile): readonly Expression[] {
  return file.getDescendantsOfKind(SyntaxKind.PropertyAssignment).flatMap((one) => (one.getName() === "code" ? (one.getInitializer() ?? []) : []));
}

/** What is passed as a parameter that is called `code`. */
function passed(file: SourceFile, project: Project): readonly Expression[] {
  const calls = [...file.getDescendantsOfKind(SyntaxKind.CallExpression), ...file.getDescendantsOfKind(SyntaxKind.NewExpression)];
  return calls.flatMap((call) => {
    const values = call.getArguments();
    // Only a call with words in it is worth the type checker's time.
    if (!values.some((value) => Node.isExpression(value) && textsOf(value).length > 0)) return [];
    const parameters = project.getTypeChecker().getResolvedSignature(call)?.getParameters() ?? [];
    const value = values[parameters.findIndex((parameter) => parameter.getName() === "code")];
    return Node.isExpression(value) ? [value] : [];
  });
}

/** The runtime's codes and reasons are types. */
function declared(file: SourceFile): readonly string[] {
  const aliases = file.getTypeAliases().filter((alias) => ["WebhookErrorCode", "Refusal", "Misconfiguration"].includes(alias.getName()));
  return aliases.flatMap((alias) => alias.getDescendantsOfKind(SyntaxKind.StringLiteral).map((literal) => literal.getLiteralText()));
}

/** The words that an expression can be: of a choice, both; of a table, all. */
function textsOf(expression: Expression): readonly string[] {
  if (Node.isStringLiteral(expression) || Node.isNoSubstitutionTemplateLiteral(expression)) return [expression.getLiteralText()];
  if (Node.isTemplateExpression(expression)) return [`${expression.getHead().getLiteralText()}*`];
  if (Node.isConditionalExpression(expression)) return [...textsOf(expression.getWhenTrue()), ...textsOf(expression.getWhenFalse())];
  if (Node.isBinaryExpression(expression)) return [...textsOf(expression.getLeft()), ...textsOf(expression.getRight())];
  if (!Node.isElementAccessExpression(expression) || !Node.isIdentifier(expression.getExpression())) return [];
  const table = expression.getSourceFile().getVariableDeclaration(expression.getExpression().getText())?.getInitializer();
  return table?.getDescendantsOfKind(SyntaxKind.PropertyAssignment).flatMap((one) => textsOf(one.getInitializerOrThrow())) ?? [];
}
