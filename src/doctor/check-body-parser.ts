import { type CallExpression, Node, type SourceFile, SyntaxKind } from "ts-morph";
import { placeAt } from "../user-code/parse-user-code.js";
import type { DoctorProject, UserSource } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";
import { importedName } from "./imported-name.js";

/** No body parser stands ahead of `webhookRoutes` in the same block: only what can be told surely, for Express and Koa. */
export function checkBodyParser({ sources }: DoctorProject): readonly Finding[] {
  const findings = sources.flatMap(inSource);
  return findings.length > 0 ? findings : [ok("body-unread", "No body parser was seen ahead of webhookRoutes.")];
}

/** What reads a body and leaves no bytes, by the module and the name it is imported with. */
const PARSERS: readonly (readonly [module: string, imported: RegExp])[] = [
  ["express", /^(?:(?:default|\*)\.json|json)$/],
  ["body-parser", /^(?:(?:default|\*)\.json|json)$/],
  ["koa-bodyparser", /^default$/],
  ["@koa/bodyparser", /^bodyParser$/],
  ["koa-body", /^(?:default|koaBody)$/],
];

function inSource({ file, code: { source, text } }: UserSource): readonly Finding[] {
  const uses = source.getDescendantsOfKind(SyntaxKind.CallExpression).filter(isUse);
  const parsers = uses.filter((use) => !isBelowPath(use) && use.getArguments().some(isParser));
  const routes = uses.filter((use) => use.getArguments().some((one) => isRoutes(one, source)));
  return parsers.flatMap((parser) => {
    const after = routes.find((route) => receiverOf(route) === receiverOf(parser) && blockOf(route) === blockOf(parser) && route.getStart() > parser.getStart());
    if (after === undefined) return [];
    const name = parser.getText().replaceAll(/\s+/g, " ").slice(0, 60);
    const message = `${name} reads the body before webhookRoutes does (line ${placeAt(text, after.getStart()).line}), and the signature covers the raw bytes.`;
    return [problem("body-parser-first", message, `Put ${receiverOf(parser)}.use(webhookRoutes(…)) above it.`, { file, ...placeAt(text, parser.getStart()) })];
  });
}

function isUse(call: CallExpression): boolean {
  const called = call.getExpression();
  return Node.isPropertyAccessExpression(called) && called.getName() === "use" && Node.isIdentifier(called.getExpression()) && blockOf(call) !== undefined;
}

function receiverOf(call: CallExpression): string {
  const called = call.getExpression();
  return Node.isPropertyAccessExpression(called) ? called.getExpression().getText() : "";
}

/** What a statement stands in: two of one block run one after the other. */
function blockOf(call: CallExpression): Node | undefined {
  const statement = call.getParent();
  return Node.isExpressionStatement(statement) ? statement.getParent() : undefined;
}

/** `app.use("/api", express.json())` is none of the webhooks' business, or may be. */
function isBelowPath(use: CallExpression): boolean {
  const [first] = use.getArguments();
  return !Node.isCallExpression(first);
}

function isParser(argument: Node): boolean {
  if (!Node.isCallExpression(argument)) return false;
  const [module, name] = importedName(argument.getExpression()) ?? [];
  // With `verify` people keep the raw bytes, and the route finds them.
  const keepsBytes = argument.getArguments().some((one) => /\bverify\b|\bincludeUnparsed\b/.test(one.getText()) || !Node.isObjectLiteralExpression(one));
  return !keepsBytes && PARSERS.some(([from, imported]) => from === module && imported.test(name ?? ""));
}

/** `webhookRoutes(…)`, or a constant that holds it. */
function isRoutes(argument: Node, source: SourceFile): boolean {
  const constants = source.getDescendantsOfKind(SyntaxKind.VariableDeclaration);
  const value = Node.isIdentifier(argument) ? constants.find((one) => one.getName() === argument.getText())?.getInitializer() : argument;
  if (!Node.isCallExpression(value)) return false;
  const [module, name] = importedName(value.getExpression()) ?? [];
  return name === "webhookRoutes" && /^@smart-webhooks\/runtime\/(?:express|koa)$/.test(module ?? "");
}
