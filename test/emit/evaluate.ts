import { type Expression, parseSync } from "oxc-parser";

/** What an expression of literals is, its objects as lists of their entries: in order, and whatever their keys are. */
export function evaluate(text: string): unknown {
  const { program, errors } = parseSync("value.ts", `export const value = ${text};`, { lang: "ts", sourceType: "module" });
  const [statement, ...more] = program.body;
  const declared = statement?.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
  const init = declared?.type === "VariableDeclaration" ? declared.declarations[0]?.init : undefined;
  if (errors.length > 0 || more.length > 0 || !init) throw new SyntaxError(`Not one expression: ${text}`);
  return valueOf(init);
}

/** The entries of an object as `evaluate` gives them. */
export interface Entries {
  readonly entries: readonly (readonly [key: unknown, value: unknown])[];
}

/** What an expression that only puts literals together stands for; a call stands for its name and arguments. */
export function valueOf(node: Expression): unknown {
  if (node.type === "Literal") return node.value;
  if (node.type === "Identifier") return { reference: node.name };
  if (node.type === "UnaryExpression" && node.operator === "-") return -(valueOf(node.argument) as number);
  if (node.type === "TSAsExpression") return valueOf(node.expression);
  if (node.type === "ArrayExpression") return node.elements.map((element) => valueOf(element as Expression));
  if (node.type === "CallExpression") return { call: valueOf(node.callee as Expression), arguments: node.arguments.map((argument) => valueOf(argument as Expression)) };
  if (node.type !== "ObjectExpression") throw new SyntaxError(`No literal: ${node.type}`);
  return {
    entries: node.properties.map((property): Entries["entries"][number] => {
      if (property.type !== "Property" || property.kind !== "init") throw new SyntaxError(`No entry: ${property.type}`);
      // Uncomputed, this key would be no entry: it sets the prototype.
      const key = property.key.type === "Identifier" && !property.computed ? property.key.name : valueOf(property.key as Expression);
      if (key === "__proto__" && !property.computed) throw new SyntaxError("Sets the prototype");
      return [key, valueOf(property.value)];
    }),
  };
}
