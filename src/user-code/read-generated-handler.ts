import { type ClassDeclaration, Node, type ObjectLiteralExpression, SyntaxKind } from "ts-morph";
import { sealState } from "../write/seal.js";
import type { GeneratedHandler, GeneratedMethod } from "./generated-handler.js";
import { parseUserCode } from "./parse-user-code.js";

/** Reads the class of a generated handler file: its routes, and what each method is given. Undefined when the text is no such file. */
export function readGeneratedHandler(text: string, path: string): GeneratedHandler | undefined {
  if (sealState(text) === "foreign") return undefined;
  const { source } = parseUserCode(text.replace(/^\uFEFF/, ""), path);
  for (const declared of source.getClasses()) {
    const spec = asObject(declared.getStaticProperty("spec"));
    const [provider, webhook] = ["provider", "webhook"].map((key) => textOf(spec && valuesOf(spec).get(key)));
    const routes = spec && asObject(valuesOf(spec).get("routes"));
    const className = declared.getName();
    if (!routes || !className || provider === undefined || webhook === undefined) continue;
    return { path, provider, webhook, className, methods: methodsOf(routes, typesOf(declared)) };
  }
  return undefined;
}

function methodsOf(routes: ObjectLiteralExpression, types: ReadonlyMap<string, string>): readonly GeneratedMethod[] {
  const one = (event: string, action: string | undefined, value: Node | undefined): readonly GeneratedMethod[] => {
    const name = textOf(value);
    const typeName = types.get(name ?? "");
    return name === undefined || typeName === undefined ? [] : [{ event, ...(action !== undefined && { action }), name, typeName }];
  };
  return [...valuesOf(routes)].flatMap(([event, value]) => {
    const route = asObject(value);
    if (route === undefined) return one(event, undefined, value);
    const actions = asObject(valuesOf(route).get("actions"));
    const ofActions = actions === undefined ? [] : [...valuesOf(actions)].flatMap(([action, method]) => one(event, action, method));
    return [...one(event, undefined, valuesOf(route).get("method")), ...ofActions];
  });
}

/** `onPush?(event: PushEvent): WebhookResult;` */
function typesOf(declared: ClassDeclaration): ReadonlyMap<string, string> {
  // A method without a body counts as an overload among the members.
  const methods = declared.getDescendantsOfKind(SyntaxKind.MethodDeclaration).filter((method) => method.getParent() === declared);
  const types = methods.map((method) => [method.getName(), method.getParameters()[0]?.getTypeNode()?.getText()] as const);
  return new Map(types.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function valuesOf(object: ObjectLiteralExpression): ReadonlyMap<string, Node> {
  const entries = object.getProperties().flatMap((property) => {
    const value = Node.isPropertyAssignment(property) ? property.getInitializer() : undefined;
    return Node.isPropertyAssignment(property) && value ? [[keyOf(property.getNameNode()), value] as const] : [];
  });
  return new Map(entries);
}

function keyOf(name: Node): string {
  // `["__proto__"]`: names that an object has already are computed.
  const inner = Node.isComputedPropertyName(name) ? name.getExpression() : name;
  return textOf(inner) ?? inner.getText();
}

function asObject(node: Node | undefined): ObjectLiteralExpression | undefined {
  const value = Node.isPropertyDeclaration(node) ? node.getInitializer() : node;
  return Node.isObjectLiteralExpression(value) ? value : undefined;
}

function textOf(node: Node | undefined): string | undefined {
  const value = Node.isAsExpression(node) ? node.getExpression() : node;
  return Node.isStringLiteral(value) ? value.getLiteralText() : undefined;
}
