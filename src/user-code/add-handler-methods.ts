import { resolve } from "node:path";
import { Node } from "ts-morph";
import { GenerateError } from "../errors.js";
import type { WritePlan } from "../write/write-plan.js";
import { chooseHandler, type HandlerChoice } from "./choose-handler.js";
import { type FileStyle, fileStyle } from "./file-style.js";
import { findHandlers, type UserHandler } from "./find-handlers.js";
import { findMethods } from "./find-methods.js";
import type { GeneratedMethod } from "./generated-handler.js";
import { generatedLoader } from "./generated-loader.js";
import { insertImports } from "./insert-imports.js";
import { insertMethods } from "./insert-methods.js";
import { parseUserCode, syntaxProblem } from "./parse-user-code.js";
import { readUserFile } from "./read-user-file.js";
import { applySplices, type Splice } from "./splice.js";

/** Which methods to write, and where. */
export interface HandlerMethodsRequest extends HandlerChoice {
  /** The user's file, from `cwd`. */
  readonly file: string;
  /** Absolute. */
  readonly cwd: string;
  /** `push`, `pull_request.opened` */
  readonly events: readonly string[];
}

/** What would be written. Nothing is on disk yet. */
export interface HandlerMethods {
  readonly plan: WritePlan;
  readonly added: readonly GeneratedMethod[];
  /** Those that the class has already: they are left as they are. */
  readonly kept: readonly GeneratedMethod[];
}

/**
 * Plans stubs for events in the user's class that extends a generated one, with the imports they need. Names come from
 * the generated file that the class extends. Outside of what is inserted, every byte of the file stays.
 *
 * @throws GenerateError for a file that may not be written or is no TypeScript, without such a class or with several, and for events that were not generated
 */
export async function addHandlerMethods(request: HandlerMethodsRequest): Promise<HandlerMethods> {
  const { cwd, events } = request;
  const target = resolve(cwd, request.file);
  const { path, text: before, mode } = await readUserFile(target, cwd);
  const mark = before.startsWith("\uFEFF") ? "\uFEFF" : "";
  const code = parseUserCode(before.slice(mark.length), path);
  refuse(syntaxProblem(code, path));
  const handler = chooseHandler(await findHandlers(code.source, await generatedLoader(target, cwd)), request, path);
  const methods = await findMethods(handler.generated, events, cwd);
  const own = memberNames(handler.body);
  const [added, kept] = [methods.filter(({ name }) => !own.has(name)), methods.filter(({ name }) => own.has(name))];
  const after = mark + applySplices(code.text, splicesFor(handler, added, fileStyle(code.text, handler.imported)));
  if (syntaxProblem(parseUserCode(after.slice(mark.length), path), path) !== undefined) throw unwritable(path);
  const change = added.length === 0 ? "unchanged" : "changed";
  return { plan: { changes: [{ change, path, target, before, after, mode }] }, added, kept };
}

function splicesFor(handler: UserHandler, methods: readonly GeneratedMethod[], style: FileStyle): readonly Splice[] {
  const { body, imported, generated } = handler;
  if (methods.length === 0) return [];
  if (Node.isObjectLiteralExpression(body)) return insertMethods(handler, methods.map(({ name }) => ({ method: name })), style);
  const source = body.getSourceFile();
  const types = new Set(generated.methods.map(({ typeName }) => typeName));
  const names = [...new Set(methods.map(({ typeName }) => typeName))];
  const ofEvents = insertImports(source, { specifier: imported.getModuleSpecifierValue(), names, types }, imported, style);
  const ofResult = insertImports(source, { specifier: "@smart-webhooks/runtime", names: ["WebhookResult"], types: RUNTIME_TYPES }, imported, style);
  const result = ofResult.names.get("WebhookResult") ?? "WebhookResult";
  const stubs = methods.map(({ name, typeName }) => ({ method: name, types: { event: ofEvents.names.get(typeName) ?? typeName, result } }));
  return [...ofEvents.splices, ...ofResult.splices, ...insertMethods(handler, stubs, style)];
}

/** Types of the runtime that a handler file is likely to name. */
const RUNTIME_TYPES: ReadonlySet<string> = new Set(["WebhookAnswer", "WebhookResult", "WebhookHandlerOptions", "WebhookSpec"]);

/** Methods and properties of an instance, such as `onPush = async () => {}`. */
function memberNames(body: UserHandler["body"]): ReadonlySet<string> {
  const members: readonly Node[] = Node.isObjectLiteralExpression(body) ? body.getProperties() : [...body.getInstanceMembers(), ...body.getConstructors().flatMap((one) => one.getParameters().filter((each) => each.isParameterProperty()))];
  return new Set(members.flatMap((member) => (Node.hasName(member) ? [member.getName().replace(/^\[?(["'])(.*)\1\]?$/, "$2")] : [])));
}

function refuse(problem: ReturnType<typeof syntaxProblem>): void {
  if (problem !== undefined) throw new GenerateError([problem]);
}

function unwritable(path: string): GenerateError {
  const message = `The methods cannot be put into ${path} without breaking it.`;
  return new GenerateError([{ code: "cannot-edit", severity: "error", message, hint: "Put the last member of the class on a line of its own, and end it with a semicolon.", at: { file: path } }]);
}
