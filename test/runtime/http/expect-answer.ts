import { expect } from "vitest";
import type { WebhookEvent } from "@smart-webhooks/runtime";
import type { Answer, HttpCase } from "./http-case.js";

/** Holds an answer, and what reached the methods, against a case. */
export function expectAnswer({ expect: expected, secretEnv }: HttpCase, answer: Answer, seen: readonly WebhookEvent[]): void {
  expect([expected.status].flat()).toContain(answer.status);
  if (expected.handlerCalled !== "any") expect(seen.length > 0).toBe(expected.handlerCalled);
  if (expected.eventType !== undefined) expect(seen.map(({ type }) => type)).toEqual([expected.eventType]);
  for (const text of expected.bodyMustContain ?? []) expect(answer.body).toContain(text);
  const hidden = [...Object.values(secretEnv).filter((secret) => secret.trim().length > 3), "node_modules", "    at "];
  for (const text of [...hidden, ...(expected.bodyMustNotContain ?? [])]) expect(answer.body).not.toContain(text);
  if (expected.rawBodyMustContain !== undefined) expect(new TextDecoder().decode(seen[0]?.rawBody)).toContain(expected.rawBodyMustContain);
  if (expected.contentTypeMustNotBe !== undefined) expect(answer.headers["content-type"] ?? "").not.toContain(expected.contentTypeMustNotBe);
  expect(({} as Readonly<Record<string, unknown>>)["polluted"]).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}
