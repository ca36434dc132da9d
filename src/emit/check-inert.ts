import { type Class, type Comment, type Function, type ImportDeclaration, type Node, type Statement, type VariableDeclaration, parseSync, visitorKeys } from "oxc-parser";
import { unsafeOutput } from "../unsafe-output.js";
import type { EmittedFile } from "./emit.js";

/**
 * The second lock, behind the encoder: whatever a user's files and options got into a text, it holds imports of the runtime and its
 * neighbours, types, one class with its spec, validators of literals, and functions that answer a literal. Nothing of its own runs on import.
 *
 * @throws GenerateError `unsafe-output`, with the kind of the first thing that does not belong
 */
export function checkInert({ path, text }: EmittedFile): void {
  const { program, comments, errors } = parseSync(path, text, { lang: "ts", sourceType: "module" });
  if (errors.length > 0) throw unsafeOutput("a syntax error");
  if (comments.some(isInstruction)) throw unsafeOutput("a comment that instructs the compiler");
  const callable = new Set(program.body.flatMap(namesOf));
  for (const statement of program.body) {
    check(isExpected(statement), statement);
    visit(statement, callable);
  }
}

/** `///` makes the compiler read files, a `ts` tag makes it look away, `//#` is for tools that do not parse. */
function isInstruction({ type, value }: Comment): boolean {
  return type === "Line" ? /^(?:\/|[#@]|\s*@ts-)/.test(value) : /^[\s*]*@ts-/.test(value.split("\n").at(-1) ?? "");
}

function isExpected(statement: Statement): boolean {
  if (statement.type === "ImportDeclaration") return isExpectedImport(statement);
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type === "ClassDeclaration") return isExpectedClass(declaration);
  if (declaration?.type === "FunctionDeclaration") return isExpectedFunction(declaration);
  if (declaration?.type === "VariableDeclaration") return isExpectedConstant(declaration);
  return declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration";
}

function isExpectedImport({ source, attributes, phase }: ImportDeclaration): boolean {
  return /^(@smart-webhooks\/runtime(\/verify|\/validate)?|\.\/(payloads|validators)(\.[A-Za-z\d-]+)*)$/.test(source.value) && attributes.length === 0 && !phase;
}

function isExpectedClass({ superClass, decorators, body }: Class): boolean {
  const isHandler = superClass?.type === "Identifier" && superClass.name === "WebhookHandler" && decorators.length === 0;
  return isHandler && body.body.every((member) => {
    if (member.type === "MethodDefinition") return member.value.type === "TSEmptyBodyFunctionExpression" && !member.computed;
    const isSpec = member.type === "PropertyDefinition" && member.static && !member.computed;
    return isSpec && member.key.type === "Identifier" && member.key.name === "spec";
  });
}

function isExpectedFunction({ params, body, async, generator }: Function): boolean {
  const [only, ...rest] = body?.body ?? [];
  const takesOverrides = params.every((param) => param.type === "AssignmentPattern" && param.right.type === "ObjectExpression");
  return only?.type === "ReturnStatement" && rest.length === 0 && takesOverrides && !async && !generator;
}

/** What `validators.ts` holds: the shapes, and what is made of them. */
function isExpectedConstant({ kind, declarations }: VariableDeclaration): boolean {
  return kind === "const" && declarations.every(({ id, init }) => {
    const type = id.type === "Identifier" ? id.typeAnnotation?.typeAnnotation : undefined;
    const name = type?.type === "TSTypeReference" && type.typeName.type === "Identifier" ? type.typeName.name : "";
    return init?.type === (name === "Shapes" ? "ObjectExpression" : "CallExpression") && ["Shapes", "PayloadValidator", "EventValidators"].includes(name);
  });
}

/** What may be called: what the file imports, and its own functions. */
function namesOf(statement: Statement): readonly string[] {
  if (statement.type === "ImportDeclaration") return statement.specifiers.map(({ local }) => local.name);
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  return declaration?.type === "FunctionDeclaration" && declaration.id ? [declaration.id.name] : [];
}

/** What stands below a statement: types, and expressions that only put values together. */
const EXPECTED: ReadonlySet<string> = new Set([
  "ImportDeclaration", "ImportSpecifier", "ExportNamedDeclaration", "ClassDeclaration", "ClassBody", "PropertyDefinition",
  "MethodDefinition", "FunctionDeclaration", "VariableDeclaration", "VariableDeclarator", "BlockStatement", "ReturnStatement", "AssignmentPattern", "Identifier", "Literal",
  "ObjectExpression", "Property", "SpreadElement", "ArrayExpression", "UnaryExpression", "CallExpression", "TSEmptyBodyFunctionExpression",
  "TSAsExpression", "TSInterfaceDeclaration", "TSInterfaceBody", "TSTypeAliasDeclaration", "TSTypeAnnotation", "TSTypeReference",
  "TSTypeParameterInstantiation", "TSTypeLiteral", "TSPropertySignature", "TSIndexSignature", "TSUnionType", "TSIntersectionType",
  "TSArrayType", "TSTupleType", "TSRestType", "TSOptionalType", "TSTypeOperator", "TSParenthesizedType", "TSLiteralType",
  "TSStringKeyword", "TSNumberKeyword", "TSBooleanKeyword", "TSNullKeyword", "TSUnknownKeyword", "TSNeverKeyword", "TSUndefinedKeyword",
]);

function visit(node: Node, callable: ReadonlySet<string>): void {
  check(EXPECTED.has(node.type), node);
  if (node.type === "CallExpression") check(node.callee.type === "Identifier" && callable.has(node.callee.name), node);
  if (node.type === "Property") check(node.kind === "init" && (!node.computed || node.key.type === "Literal"), node);
  // The keys that hold nodes, by the parser's own list: a large file has hundreds of thousands of other values.
  for (const key of visitorKeys[node.type] ?? []) visitAll(node[key as keyof Node], callable);
}

function visitAll(value: unknown, callable: ReadonlySet<string>): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const item of value) visitAll(item, callable);
  else visit(value as Node, callable);
}

function check(isFine: boolean, { type }: Node): void {
  if (!isFine) throw unsafeOutput(type);
}
