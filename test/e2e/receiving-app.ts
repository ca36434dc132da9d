import { WebhookHandler, type WebhookHandlerOptions, type WebhookSpec } from "@smart-webhooks/runtime";
import { loadProvider } from "../../src/load-provider.js";
import type { Scenario } from "./scenario.js";

/** An app with a handler of one webhook, which takes every event and knows what it was sent before. */
export function receivingApp(provider: string, options: WebhookHandlerOptions, webhook = "default"): NonNullable<Scenario["server"]> {
  const handler = loadProvider(provider, { cwd: "/nowhere" }).then(({ webhooks }) => new (handlerOf(webhooks[webhook]?.spec as WebhookSpec))({ logger: {}, trustProxy: true, ...options }));
  return async ({ method = "", url = "", headers }, body, response) => {
    const receiver = await handler;
    if (![receiver.path].flat().includes(url.split("?", 1)[0] ?? "")) return void response.writeHead(404).end();
    const answer = await receiver.handle({ method, url: `http://${headers.host}${url}`, headers, body });
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
}

function handlerOf(spec: WebhookSpec): new (options: WebhookHandlerOptions) => WebhookHandler {
  return class extends WebhookHandler {
    static readonly spec = spec;
    override onEvent(): object {
      return { event: "taken" };
    }
  };
}
