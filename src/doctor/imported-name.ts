import { Node } from "ts-morph";

/** The module that an expression comes from, and its name there: `json`, `default`, `default.json`, `*.json`. Undefined when it is not imported. */
export function importedName(expression: Node): readonly [module: string, name: string] | undefined {
  const imports = expression.getSourceFile().getImportDeclarations();
  if (Node.isPropertyAccessExpression(expression)) {
    const object = importedName(expression.getExpression());
    return object && [object[0], `${object[1]}.${expression.getName()}`];
  }
  const local = expression.getText();
  for (const one of imports) {
    const module = one.getModuleSpecifierValue();
    if (one.getDefaultImport()?.getText() === local) return [module, "default"];
    if (one.getNamespaceImport()?.getText() === local) return [module, "*"];
    const named = one.getNamedImports().find((each) => (each.getAliasNode() ?? each.getNameNode()).getText() === local);
    if (named !== undefined) return [module, named.getName()];
  }
  return undefined;
}
