import { dirname, join } from "node:path";
import { Node, SyntaxKind } from "ts-morph";
import { findTsconfig } from "../find-tsconfig.js";
import { readCompilerOptions } from "../read-compiler-options.js";
import type { UserHandler } from "../user-code/find-handlers.js";
import { placeAt } from "../user-code/parse-user-code.js";
import type { DoctorProject, UserSource } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";
import { uncalledMethod } from "./uncalled-method.js";

/** Each `on…` method of the user's handlers is one that deliveries reach, and overrides what it means to. */
export async function checkMethods(project: DoctorProject): Promise<readonly Finding[]> {
  const allowed = new Set(project.sources.flatMap(allowedNames));
  const needsOverride = await hasNoImplicitOverride(project);
  const handlers = project.sources.flatMap((source) => source.handlers.map((handler) => ({ source, handler })));
  const findings = handlers.flatMap(({ source, handler }) => {
    return membersOf(handler).flatMap((member) => {
      const warning = allowed.has(member.name) ? undefined : uncalledMethod(handler.generated, member.name);
      const at = { file: source.file, ...placeAt(source.code.text, member.at) };
      if (warning !== undefined) return [misspelt(warning, member.name, at)];
      return needsOverride && !member.isOverride && isRouted(handler, member.name) ? [withoutOverride(member.name, at)] : [];
    });
  });
  if (findings.length > 0) return findings;
  if (handlers.length === 0) return [ok("methods-called", "No class that extends a generated handler was found.")];
  const count = handlers.length === 1 ? "1 handler" : `${handlers.length} handlers`;
  return [ok("methods-called", `No on… method of ${count} looks misspelt.`)];
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

async function hasNoImplicitOverride({ cwd, sources }: DoctorProject): Promise<boolean> {
  const [first] = sources;
  const tsconfig = await findTsconfig(first === undefined ? cwd : dirname(join(cwd, first.file)), cwd);
  const options = tsconfig === undefined ? {} : await readCompilerOptions(tsconfig).catch(() => ({}));
  return "noImplicitOverride" in options && options.noImplicitOverride === true;
}

function misspelt(warning: string, name: string, at: Finding["at"]): Finding {
  const [, meant] = /did you mean (\w+)\?/.exec(warning) ?? [];
  const message = `Nothing calls ${name}: no event is routed to it.`;
  return problem("method-not-called", message, `Did you mean ${meant}? List it under the handler's option "allow" to keep it.`, at);
}

function withoutOverride(name: string, at: Finding["at"]): Finding {
  return problem("override-missing", `${name} has no override, which the tsconfig's noImplicitOverride asks for.`, `Write: override ${name}`, at);
}
