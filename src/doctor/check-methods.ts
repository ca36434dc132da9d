import { Node, SyntaxKind } from "ts-morph";
import type { Position } from "../errors.js";
import { commandWith } from "../user-code/command-with.js";
import type { UserHandler } from "../user-code/find-handlers.js";
import { placeAt } from "../user-code/parse-user-code.js";
import type { DoctorProject, UserSource } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";
import { needsOverride } from "./needs-override.js";
import { uncalledMethod } from "./uncalled-method.js";
import { ungeneratedMethods } from "./ungenerated-methods.js";

/** Each `on…` method of the user's handlers is one that deliveries reach, and overrides what it means to. */
export async function checkMethods(project: DoctorProject): Promise<readonly Finding[]> {
  const allowed = new Set(project.sources.flatMap(allowedNames));
  const isStrict = await needsOverride(project);
  const handlers = project.sources.flatMap((source) => source.handlers.map((handler) => ({ source, handler })));
  const findings: Finding[] = [];
  for (const { source, handler } of handlers) {
    let ungenerated: ReadonlyMap<string, string> | undefined;
    for (const { name, at: offset, isOverride } of membersOf(handler)) {
      const at = { file: source.file, ...placeAt(source.code.text, offset) };
      if (isRouted(handler, name)) {
        if (isStrict && !isOverride) findings.push(withoutOverride(name, at));
      } else if (!allowed.has(name)) {
        // Once, and only where something is odd: it reads the provider and all of its schemas.
        ungenerated ??= await ungeneratedMethods(handler.generated, project);
        findings.push(...(await uncalled(handler, name, at, ungenerated.get(name))));
      }
    }
  }
  return findings.length > 0 ? findings : [allCalled(handlers.length)];
}

function allCalled(handlers: number): Finding {
  if (handlers === 0) return ok("methods-called", "No class that extends a generated handler was found.");
  return ok("methods-called", `No on… method of ${handlers === 1 ? "1 handler" : `${handlers} handlers`} looks misspelt.`);
}

interface Member {
  readonly name: string;
  readonly at: number;
  readonly isOverride: boolean;
}

/** In an object nothing is overridden: TypeScript knows the names that `define` takes. */
function membersOf({ body }: UserHandler): readonly Member[] {
  const members: readonly Node[] = Node.isObjectLiteralExpression(body) ? body.getProperties() : body.getInstanceMembers();
  return members.flatMap((member) => {
    if (!Node.hasName(member) || !/^on[A-Z]/.test(member.getName())) return [];
    const isOverride = Node.isObjectLiteralExpression(body) || (Node.isOverrideable(member) && member.hasOverrideKeyword());
    return [{ name: member.getName(), at: member.getNameNode().getStart(), isOverride }];
  });
}

function isRouted({ generated }: UserHandler, name: string): boolean {
  return generated.methods.some((method) => method.name === name) || name === "onEvent" || name === "onUnknownEvent";
}

/** `new MyHandler({ allow: ["onModuleInit"] })` */
function allowedNames({ code }: UserSource): readonly string[] {
  return code.source.getDescendantsOfKind(SyntaxKind.PropertyAssignment).flatMap((property) => {
    const list = property.getName() === "allow" ? property.getInitializer() : undefined;
    return Node.isArrayLiteralExpression(list) ? list.getElements().flatMap((one) => (Node.isStringLiteral(one) ? [one.getLiteralText()] : [])) : [];
  });
}

/** A helper of the user's own may be called `on…`: only what looks like an event's method is said. */
async function uncalled({ generated }: UserHandler, name: string, at: Position, event: string | undefined): Promise<readonly Finding[]> {
  if (event !== undefined) {
    const message = `Nothing calls ${name}: the class was not generated with the event "${event}".`;
    return [problem("event-not-generated", message, `Run: ${await commandWith(generated, [event])}`, at)];
  }
  const warning = uncalledMethod(generated, name);
  if (warning === undefined) return [];
  const [, meant] = /did you mean (\w+)\?/.exec(warning) ?? [];
  return [problem("method-not-called", `Nothing calls ${name}: no event is routed to it.`, `Did you mean ${meant}? List it under the handler's option "allow" to keep it.`, at)];
}

function withoutOverride(name: string, at: Position): Finding {
  return problem("override-missing", `${name} has no override, which the tsconfig's noImplicitOverride asks for.`, `Write: override ${name}`, at);
}
