import { toLiteral } from "../encode.js";
import type { DeliveryRecord } from "./delivery-record.js";
import type { FoundHandler } from "./find-handler.js";
import type { IdentifiedEvent } from "./identify.js";
import { eventName } from "./summary.js";

/** What a test is made of. */
interface TestParts {
  readonly record: DeliveryRecord;
  readonly event: IdentifiedEvent;
  /** Where its payload is, from the test: `../../fixtures/webhooks/github/push-1.json`. */
  readonly fixture: string;
  readonly handler: FoundHandler;
}

/** A vitest test that has the user's handler handle the event of a delivery. It is the user's from then on. */
export function printTest({ record, event, fixture, handler }: TestParts): string {
  const { provider, webhook } = record.webhook.spec;
  const { type, action, id } = event;
  const given = [
    `provider: ${toLiteral(provider)}`,
    ...(webhook === "default" ? [] : [`webhook: ${toLiteral(webhook)}`]),
    `type: ${toLiteral(type)}`,
    ...(action === undefined ? [] : [`action: ${toLiteral(action)}`]),
    ...(id === undefined ? [] : [`id: ${toLiteral(id)}`]),
    "payload",
    "verified: true",
  ];
  return `import { readFileSync } from "node:fs";
import { WebhookEvent } from "@smart-webhooks/runtime";
import { expect, test } from "vitest";
${handlerImport(handler, event)}

// The payload of a delivery, as smart-webhooks dev took it.
const payload = JSON.parse(readFileSync(new URL(${toLiteral(fixture)}, import.meta.url), "utf8"));

test(${toLiteral(`${provider}: ${eventName(event)} is handled`)}, async () => {
  const event = new WebhookEvent({
${given.map((line) => `    ${line},\n`).join("")}  });
  const answer = await handler.dispatch(event);
  expect(answer.status).toBeLessThan(400);
});
`;
}

function handlerImport({ name, module, kind }: FoundHandler, { method }: IdentifiedEvent): string {
  const from = `import { ${name} } from ${toLiteral(module)};`;
  if (kind === "instance") return name === "handler" ? from : `${from}\n\nconst handler = ${name};`;
  if (kind === "class") return `${from}\n\nconst handler = new ${name}();`;
  const body = `throw new Error("Import your own handler in place of this one");`;
  return `${from}\n\n// No exported class that extends ${name} was found: import yours.\nconst handler = ${name}.define({\n  ${method}() {\n    ${body}\n  },\n});`;
}
