import type { WebhookSpec } from "@smart-webhooks/runtime";
import { expect } from "vitest";
import { answerProblems } from "./answer-problems.js";
import type { Answer, HttpCase } from "./http-case.js";
import { createReceiver, type Instance } from "./create-receiver.js";
import { listed } from "./receivers.js";

/** Gets requests to a receiver. */
export type Send = (test: HttpCase) => Promise<Answer>;

/** Sets a receiver up behind some server. */
export type Serve = (instance: Instance) => Promise<{ readonly send: Send; readonly close: () => Promise<void> }>;

/** Runs the cases of one group, in order, against one receiver. */
export async function runGroup(tests: readonly HttpCase[], specs: readonly WebhookSpec[], serve: Serve): Promise<void> {
  const [first] = tests;
  if (first === undefined) return;
  // One that only some cases of a group ask for is on for all of them.
  const requires = tests.flatMap((test) => test.requires ?? []);
  const instance = createReceiver(listed, specs, { ...first, requires });
  const { send, close } = await serve(instance);
  try {
    for (const test of tests) await withLateRejections(() => runCase(test, instance, send));
  } finally {
    await close();
  }
}

async function runCase(test: HttpCase, instance: Instance, send: Send): Promise<void> {
  const { seen } = instance;
  instance.running = test;
  seen.length = 0;
  const before = process.memoryUsage().rss;
  const answers = await Promise.all(Array.from({ length: test.concurrent ?? 1 }, () => send(test)));
  const grown = (process.memoryUsage().rss - before) / 2 ** 20;
  for (const answer of answers) expect(answerProblems(test, answer, seen)).toEqual([]);
  if (test.expect.handlerCalls !== undefined) expect(seen).toHaveLength(test.expect.handlerCalls);
  if (test.expect.maxRssDeltaMiB !== undefined) expect(grown).toBeLessThan(test.expect.maxRssDeltaMiB);
}

/** Node ends a process on an unhandled rejection, and no library can stop that: only for the case that makes one is it let pass. */
async function withLateRejections(run: () => Promise<void>): Promise<void> {
  const listeners = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection");
  const rejections: unknown[] = [];
  process.on("unhandledRejection", (reason) => rejections.push(reason));
  try {
    await run();
    await new Promise((resolve) => setImmediate(resolve));
  } finally {
    process.removeAllListeners("unhandledRejection");
    for (const listener of listeners) process.on("unhandledRejection", listener);
  }
  expect(rejections.filter((reason) => !(reason instanceof Error && reason.message === "late"))).toEqual([]);
}
