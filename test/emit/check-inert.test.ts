import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkInert } from "../../src/emit/check-inert.js";
import { packageRoot } from "../../src/package-root.js";

const golden = join(packageRoot(), "test/golden");
const paths = readdirSync(golden, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));

const SPEC = `import { WebhookHandler } from "@smart-webhooks/runtime";
import { hmac } from "@smart-webhooks/runtime/verify";
`;

const VALIDATE = `import { validator } from "@smart-webhooks/runtime/validate";\n`;

function inClass(member: string): string {
  return `${SPEC}export abstract class AHandler extends WebhookHandler<AEvent> { ${member} }`;
}

describe("what belongs in a generated file", () => {
  it.each(paths)("%s", (path) => expect(() => checkInert({ path, text: readFileSync(join(golden, path), "utf8") })).not.toThrow());

  it.each([
    ["a call of an import in the spec", inClass("static readonly spec: S = { verify: hmac({ skew: -1 }) };")],
    ["a method without a body", inClass("onPush?(event: PushEvent): WebhookResult;")],
    ["a computed key that is a string", inClass(`static readonly spec: S = { ["__proto__"]: "on" as const };`)],
    ["a function that answers a literal", "export function aSample(overrides: Partial<A> = {}): A { return { b: b(), ...overrides }; }\nfunction b(): B { return [null]; }"],
    ["the shapes of validators, and validators", `${VALIDATE}const shapes: Shapes = { A: { fields: {} } };\nexport const a: PayloadValidator<A> = validator(shapes, "A");`],
    ["an import of the shared files of an API version", `import type { A } from "./payloads.2026-01.js";\nimport { validators } from "./validators.2026-10-28.endive";`],
  ])("%s", (_, text) => expect(() => checkInert({ path: "a.ts", text })).not.toThrow());
});

describe("what does not", () => {
  it.each([
    ["a statement", "globalThis.x = 1;"],
    ["a directive", `"use client";`],
    ["a variable", "export const a = 1;"],
    ["a constant of another type", `${VALIDATE}export const a: string = validator({}, "A");`],
    ["a variable that can be set again", `${VALIDATE}export let a: PayloadValidator = validator({}, "A");`],
    ["a validator that a global makes", `export const a: PayloadValidator = eval("1");`],
    ["shapes with something that runs", "const shapes: Shapes = { a: fetch() };"],
    ["an import of a webhook's file", `import { A } from "./payloads/../handler.js";`],
    ["an enum", "export enum A { B }"],
    ["a namespace", "export namespace A { export type B = 1; }"],
    ["a declaration of globals", "declare global { interface A {} }"],
    ["a default export", "export default {};"],
    ["a re-export", `export * from "node:fs";`],
    ["a re-export of a name", `export { readFileSync } from "node:fs";`],
    ["an import of something else", `import { readFileSync } from "node:fs";`],
    ["an import for its effect", `import "node:fs";`],
    ["a neighbour that is not the payloads", `import type { A } from "../../payloads.js";`],
    ["an import attribute", `import type { A } from "./payloads.js" with { type: "json" };`],
    ["a type that imports", `export type A = import("node:fs").Stats;`],
    ["a type of a value", "export type A = typeof globalThis;"],
    ["a template type", "export type A = `${string}`;"],
    ["a compiler's directive", `/// <reference path="/etc/passwd" />\nexport type A = 1;`],
    ["another class", "export class A {}"],
    ["a class of another base", "export abstract class A extends Function {}"],
    ["a decorator", `${SPEC}@hmac() export abstract class A extends WebhookHandler<B> {}`],
    ["a method with a body", inClass("onPush() { return 1; }")],
    ["a static block", inClass("static { hmac(); }")],
    ["another static property", inClass("static readonly other = 1;")],
    ["an instance property", inClass("spec = 1;")],
    ["a computed member", inClass(`static readonly [hmac()] = 1;`)],
    ["a call of a global", inClass(`static readonly spec: S = { a: eval("1") };`)],
    ["a call of a member", inClass("static readonly spec: S = { a: hmac.call() };")],
    ["a tagged template", inClass("static readonly spec: S = { a: hmac`1` };")],
    ["a template", inClass("static readonly spec: S = { a: `${1}` };")],
    ["a getter", inClass("static readonly spec: S = { get a() { return 1; } };")],
    ["a function in the spec", inClass("static readonly spec: S = { a: () => 1 };")],
    ["a computed key that is code", inClass("static readonly spec: S = { [hmac()]: 1 };")],
    ["an assignment", inClass("static readonly spec: S = { a: b = 1 };")],
    ["a new", inClass("static readonly spec: S = { a: new Map() };")],
    ["a dynamic import", inClass(`static readonly spec: S = { a: import("node:fs") };`)],
    ["a function that does more", "export function a(): A { globalThis.x = 1; return {}; }"],
    ["a function whose parameter runs something", "export function a(b = eval('1')): A { return {}; }"],
    ["a generator", "export function* a() { return 1; }"],
    ["what does not parse", "export type = ;"],
  ])("%s", (_, text) => {
    expect(() => checkInert({ path: "a.ts", text })).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: "unsafe-output" })] }));
  });
});
