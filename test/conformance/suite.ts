import type { WebhookSpec } from "@smart-webhooks/runtime";
import { answerProblems } from "../runtime/http/answer-problems.js";
import { createReceiver, type Instance, type Receiver } from "../runtime/http/create-receiver.js";
import type { HttpCase } from "../runtime/http/http-case.js";
import { type Vector, verdict } from "../runtime/verify/verdict.js";

/** All that the suite is run over: bundled with it, as not every platform has files. */
export interface SuiteData {
  readonly vectors: readonly Vector[];
  readonly families: Readonly<Record<string, WebhookSpec>>;
  readonly cases: readonly HttpCase[];
  readonly listed: Readonly<Record<string, Receiver>>;
  readonly receivers: Readonly<Record<string, readonly WebhookSpec[]>>;
}

/** What became of it. */
export interface SuiteResult {
  readonly vectors: number;
  readonly cases: number;
  readonly failed: readonly string[];
}

/** Every signature vector and every HTTP case, on the platform that this runs on. It imports nothing of any platform. */
export async function runSuite({ vectors, families, cases, listed, receivers }: SuiteData): Promise<SuiteResult> {
  const failed: string[] = [];
  for (const vector of vectors) {
    const { ok } = await verdict(families[vector.provider] as WebhookSpec, vector);
    if (ok !== vector.recommended) failed.push(`${vector.id}: ${ok ? "accepted" : "refused"}`);
  }
  for (const group of groups(cases)) {
    const [first] = group;
    if (first === undefined) continue;
    const requires = group.flatMap((test) => test.requires ?? []);
    const instance = createReceiver(listed, receivers[first.provider] ?? [], { ...first, requires });
    for (const test of group) failed.push(...(await runCase(instance, test)).map((problem) => `${test.id}: ${problem}`));
  }
  return { vectors: vectors.length, cases: cases.length, failed };
}

function groups(cases: readonly HttpCase[]): Iterable<readonly HttpCase[]> {
  const found = new Map<string, HttpCase[]>();
  for (const test of cases) found.set(test.group ?? test.id, [...(found.get(test.group ?? test.id) ?? []), test]);
  return found.values();
}

async function runCase(instance: Instance, test: HttpCase): Promise<readonly string[]> {
  const { method, path: url, headers, expect, concurrent = 1 } = test;
  instance.running = test;
  instance.seen.length = 0;
  const handlers = Object.values(instance.handlers);
  const handler = handlers.find(({ path }) => [path].flat().includes(url.split("?", 1)[0] ?? "")) ?? handlers[0];
  if (handler === undefined) return ["there is no handler"];
  const body = Uint8Array.from(atob(test.bodyBase64), (character) => character.charCodeAt(0));
  const answers = await Promise.all(Array.from({ length: concurrent }, () => handler.handle({ method, url, headers, body })));
  const calls = expect.handlerCalls ?? instance.seen.length;
  return [...answers.flatMap((answer) => answerProblems(test, answer, instance.seen)), ...(calls === instance.seen.length ? [] : ["calls"])];
}
