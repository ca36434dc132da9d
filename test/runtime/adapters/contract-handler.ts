import { type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, WebhookResponse, WebhookRetryError, type WebhookSpec } from "@smart-webhooks/runtime";
import { formOrJson, handshake, header, hmac, query } from "@smart-webhooks/runtime/verify";

/** A webhook with every kind of answer, and a handshake by each method that providers use. */
export class ContractHandler extends WebhookHandler {
  static readonly spec: WebhookSpec<ContractHandler> = {
    provider: "contract",
    webhook: "default",
    path: "/webhooks/contract",
    verify: hmac({ signature: header("x-signature") }),
    event: header("x-event"),
    bodyFormat: formOrJson(),
    handshakes: [
      handshake({ unsigned: true, method: "GET", when: [[query("challenge")]], reply: { text: query("challenge") } }),
      handshake({ unsigned: true, method: "HEAD", reply: { headers: { "x-hello": "head" } } }),
      handshake({ unsigned: true, method: "OPTIONS", when: [[header("webhook-request-origin")]], reply: { headers: { "webhook-allowed-origin": header("webhook-request-origin") } } }),
    ],
    routes: { echo: "onEcho", text: "onText", fail: "onFail", later: "onLater", slow: "onSlow" },
  };

  /** The method that is slow ends with this. */
  slow: Promise<void> = Promise.resolve();

  constructor(options: WebhookHandlerOptions = {}) {
    super({ secret: "contract", logger: {}, ...options });
  }

  onEcho({ payload }: WebhookEvent) {
    return { payload };
  }
  onText() {
    return new WebhookResponse("<Ünïcode/>", { status: 202, headers: { "content-type": "text/xml", "X-Order": "1" } });
  }
  onFail() {
    throw new Error("secret at /srv/app");
  }
  onLater() {
    throw new WebhookRetryError("later", { retryAfter: 7 });
  }
  async onSlow() {
    await this.slow;
    return { slow: true };
  }
}
