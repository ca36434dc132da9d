import { createServer, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { WebhookHandler, type WebhookEvent, type WebhookSpec } from "@smart-webhooks/runtime";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deliver } from "../../src/delivery/deliver.js";
import type { Fault } from "../../src/delivery/fault.js";
import { loadWebhook, type SenderWebhook } from "../../src/delivery/load-webhook.js";
import { newKeys } from "../../src/delivery/new-keys.js";
import type { Answer } from "../../src/delivery/post.js";
import { GenerateError } from "../../src/errors.js";
import { loadProvider } from "../../src/load-provider.js";
import { providers } from "../providers/generated-webhooks.js";

// Where nobody has providers of their own.
const cwd = "/nowhere";
const env = { PAYPAL_WEBHOOK_ID: "WEBHOOK_ID", AWS_SNS_TOPIC_ARNS: "", PUSHER_APP_KEY: "app-key" };

let server: Server;
let origin: string;
let handler: WebhookHandler;

beforeAll(async () => {
  server = createServer((request, response) => webhookRoutes({ [[handler.path].flat()[0] as string]: handler })(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(providers)("%s", (provider) => {
  it("takes what is signed offline, over HTTP, and refuses what is forged", async () => {
    const { webhooks } = await loadProvider(provider, { cwd });
    for (const [webhook, { events }] of Object.entries(webhooks)) {
      const loaded = await loadWebhook({ provider, event: events[0] as string, webhook, cwd, providersDir: cwd });
      const { send, taken } = receiver(loaded);
      const good = await send();
      expect([good.status, taken.map(({ type }) => type)], `${webhook}: ${good.body}`).toEqual([loaded.spec.acknowledgement?.status ?? 200, [events[0]]]);
      for (const fault of ["bad-signature", "stale", "unsigned"] as const) {
        const answer = await send(fault).catch((error: unknown) => error);
        const isPossible = loaded.spec.verify.signed && (fault !== "stale" || !(answer instanceof GenerateError));
        if (isPossible) expect([(answer as Answer).status, taken.length], `${webhook} ${fault}`).toEqual([401, 1]);
        else expect((answer as GenerateError).problems[0]?.code, `${webhook} ${fault}`).toBe("impossible-fault");
      }
    }
  });

  it("handles once what is delivered twice", async () => {
    const { webhooks } = await loadProvider(provider, { cwd });
    const [[webhook, { events }] = ["", { events: [] }]] = Object.entries(webhooks);
    const { deliverAll, taken } = receiver(await loadWebhook({ provider, event: events[0] as string, webhook, cwd, providersDir: cwd }));
    const statuses = (await deliverAll("duplicate")).map(({ status }) => status);
    expect([statuses.map((status) => Math.floor(status / 100)), taken.length]).toEqual([[2, 2], 1]);
  });
});

interface Receiver {
  readonly send: (fault?: Fault) => Promise<Answer>;
  readonly deliverAll: (fault?: Fault) => Promise<readonly Answer[]>;
  readonly taken: readonly WebhookEvent[];
}

/** A handler at the server, and what signs for it. */
function receiver(webhook: SenderWebhook): Receiver {
  const taken: WebhookEvent[] = [];
  const keys = newKeys(webhook.spec);
  const { payload } = webhook.sample();
  const url = new URL([webhook.spec.path].flat()[0] as string, origin);
  handler = new (handlerOf(webhook.spec, taken))({ ...keys.options, env, publicUrl: origin, logger: {} });
  const deliverAll = (fault?: Fault): Promise<readonly Answer[]> => deliver(webhook, { next: () => payload, key: keys.own, url, env, fault });
  const send = async (fault?: Fault): Promise<Answer> => (await deliverAll(fault))[0] as Answer;
  return { send, deliverAll, taken };
}

function handlerOf(spec: WebhookSpec, taken: WebhookEvent[]): new (...options: ConstructorParameters<typeof WebhookHandler>) => WebhookHandler {
  return class extends WebhookHandler {
    static readonly spec = spec;
    override onEvent(event: WebhookEvent): void {
      taken.push(event);
    }
  };
}
