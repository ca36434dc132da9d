import { join, relative } from "node:path";
import { type Expression, Node, Project, SyntaxKind } from "ts-morph";
import { packageRoot } from "../../src/package-root.js";
import { schemeRules } from "../../src/config/scheme-rules.js";

/** Every stable code that stands in the sources, and the file that says it: the `code` of an object, and what is passed as a parameter called so. */
export function problemCodes(): ReadonlyMap<string, string> {
  const root = packageRoot();
  const project = new Project({ tsConfigFilePath: join(root, "tsconfig.json"), skipAddingFilesFromTsConfig: true });
  project.addSourceFilesAtPaths([join(root, "src/**/*.ts"), `!${join(root, "src/runtime/dist/**")}`]);
  const found = new Map<string, string>();
  for (const file of project.getSourceFiles()) {
    const path = relative(root, file.getFilePath());
    for (const expression of [...assigned(file), ...passed(file)]) for (const code of textsOf(expression)) if (!found.has(code)) found.set(code, path);
  }
  return found;
}

function assigned(file: Node): readonly Expression[] {
  return file.getDescendantsOfKind(SyntaxKind.PropertyAssignment).filter((one) => one.getName() === "code").flatMap((one) => one.getInitializer() ?? []);
}

function passed(file: Node): readonly Expression[] {
  const calls = [...file.getDescendantsOfKind(SyntaxKind.CallExpression), ...file.getDescendantsOfKind(SyntaxKind.NewExpression)];
  return calls.flatMap((call) => {
    const values = call.getArguments();
    // Only a call with words in it is worth the type checker's time.
    if (!values.some((value) => Node.isExpression(value) && textsOf(value).length > 0)) return [];
    const signature = file.getProject().getTypeChecker().getResolvedSignature(call);
    const at = signature?.getParameters().findIndex((parameter) => /code$/i.test(parameter.getName())) ?? -1;
    const value = values[at];
    return Node.isExpression(value) ? [value] : [];
  });
}

/** The words that an expression can be: of a choice, both. */
function textsOf(expression: Expression): readonly string[] {
  if (Node.isStringLiteral(expression) || Node.isNoSubstitutionTemplateLiteral(expression)) return [expression.getLiteralText()];
  if (Node.isConditionalExpression(expression)) return [...textsOf(expression.getWhenTrue()), ...textsOf(expression.getWhenFalse())];
  if (Node.isParenthesizedExpression(expression)) return textsOf(expression.getExpression());
  if (Node.isTemplateExpression(expression)) return [expression.getText()];
  return [];
}
