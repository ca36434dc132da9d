import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { allowAddresses } from "@smart-webhooks/runtime/guards";
import { webhookRoutes as lambdaRoutes } from "@smart-webhooks/runtime/lambda";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { signedRequest } from "@smart-webhooks/runtime/testing";
import { SampleHandler } from "../sample-handler.js";

function handlerFor(range: string): SampleHandler {
  return SampleHandler.define({ onPush() {} }, { secret: "secret", logger: {}, use: [allowAddresses([range])] });
}

it.each([["127.0.0.0/8", 200], ["192.30.252.0/22", 403]])("a Node server tells the sender's address: from %s only, it is answered %i", async (range, status) => {
  const handler = handlerFor(range);
  const server = createServer((request, response) => void webhookRoutes({ sample: handler })(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const request = await signedRequest(handler, "push", { ref: "main" });
    expect((await fetch(`http://127.0.0.1:${port}${request.url}`, request)).status).toBe(status);
  } finally {
    server.close();
  }
});

it.each([["203.0.113.7/32", 200], ["192.30.252.0/22", 403]])("AWS Lambda tells the sender's address: from %s only, it is answered %i", async (range, status) => {
  const handler = handlerFor(range);
  const { url, headers, body } = await signedRequest(handler, "push", { ref: "main" });
  const event = { rawPath: url, rawQueryString: "", headers, body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
  const answer = await lambdaRoutes({ sample: handler })({ ...event, requestContext: { http: { method: "POST", sourceIp: "203.0.113.7" } } });
  expect(answer.statusCode).toBe(status);
});
