import type { WebhookEvent } from "@smart-webhooks/runtime";
import type { Answer, HttpCase } from "./http-case.js";

/** What is wrong with an answer, and with what reached the methods; nothing when the case is met. */
export function answerProblems({ expect: expected, secretEnv }: HttpCase, answer: Answer, seen: readonly WebhookEvent[]): readonly string[] {
  const hidden = [...Object.values(secretEnv).filter((secret) => secret.trim().length > 3), "node_modules", "    at ", ...(expected.bodyMustNotContain ?? [])];
  const raw = new TextDecoder().decode(seen[0]?.rawBody);
  const problems: readonly (readonly [wrong: boolean, text: string])[] = [
    [![expected.status].flat().includes(answer.status), `status ${answer.status}, not ${expected.status}`],
    [expected.handlerCalled !== "any" && seen.length > 0 !== expected.handlerCalled, `${seen.length} events reached a method`],
    [expected.eventType !== undefined && seen.map(({ type }) => type).join() !== expected.eventType, `the event is ${seen.map(({ type }) => type).join()}`],
    [(expected.bodyMustContain ?? []).some((text) => !answer.body.includes(text)), `the body lacks something: ${answer.body}`],
    [hidden.some((text) => answer.body.includes(text)), "the body tells too much"],
    [expected.rawBodyMustContain !== undefined && !raw.includes(expected.rawBodyMustContain), "the raw body lacks something"],
    [expected.contentTypeMustNotBe !== undefined && (answer.headers["content-type"] ?? "").includes(expected.contentTypeMustNotBe), "the content type"],
    [({} as Readonly<Record<string, unknown>>)["polluted"] !== undefined || Object.keys(Object.prototype).length > 0, "a prototype was polluted"],
  ];
  return problems.flatMap(([wrong, text]) => (wrong ? [text] : []));
}
