import { createHmac } from "node:crypto";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
// It works by side effect: tells the package which platform it is on.
// oxlint-disable-next-line import/no-unassigned-import
import "@shopify/shopify-api/adapters/node";
import { verifySlackRequest } from "@slack/bolt";
import * as standardWebhooks from "standardwebhooks";
import { Stripe } from "stripe";
import * as svix from "svix";
import twilio from "twilio";
import { type Contestant, type Received, SECRET } from "./contestant.js";

/** The verifiers of other vendors, over the same bytes, signed as each wants it, then parsed where they do not parse. */
export const others: readonly Contestant[] = [
  {
    name: "stripe constructEvent",
    sign: (body) => received(body, { "stripe-signature": `t=${now()},v1=${hmac("hex", `${now()}.`, body)}` }),
    receive: ({ headers, body }, calls) => parsed(Stripe.webhooks.constructEvent(body, headers["stripe-signature"] ?? "", SECRET), calls),
  },
  {
    name: "svix verify",
    sign: standard,
    receive: ({ headers, body }, calls) => parsed(svixWebhook.verify(body, headers), calls),
  },
  {
    name: "standardwebhooks verify",
    sign: standard,
    receive: ({ headers, body }, calls) => parsed(standardWebhook.verify(body, { ...headers }), calls),
  },
  {
    name: "twilio validateRequestWithBody, JSON.parse",
    sign(body) {
      const url = `https://hooks.example.com/?bodySHA256=${twilio.getExpectedBodyHash(body.toString())}`;
      return { ...received(body, { "x-twilio-signature": createHmac("sha1", SECRET).update(url).digest("base64") }), url };
    },
    receive({ url, headers, body }, calls) {
      const text = body.toString();
      return twilio.validateRequestWithBody(SECRET, headers["x-twilio-signature"] ?? "", url, text) && parsed(JSON.parse(text), calls);
    },
  },
  {
    name: "@slack/bolt verifySlackRequest, JSON.parse",
    sign: (body) => received(body, { "x-slack-request-timestamp": `${now()}`, "x-slack-signature": `v0=${hmac("hex", `v0:${now()}:`, body)}` }),
    receive({ headers, body: bytes }, calls) {
      const body = bytes.toString();
      const time = Number(headers["x-slack-request-timestamp"]);
      verifySlackRequest({ signingSecret: SECRET, body, headers: { "x-slack-signature": headers["x-slack-signature"] ?? "", "x-slack-request-timestamp": time } });
      return parsed(JSON.parse(body), calls);
    },
  },
  {
    name: "@shopify/shopify-api validate, JSON.parse",
    sign: (body) => received(body, { "x-shopify-topic": "orders/create", "x-shopify-api-version": "2025-10", "x-shopify-shop-domain": "octo.myshopify.com", "x-shopify-webhook-id": "b54557e4", "x-shopify-hmac-sha256": hmac("base64", "", body) }),
    async receive({ url, headers, body }, calls) {
      const rawBody = body.toString();
      const { valid } = await shopify.webhooks.validate({ rawBody, rawRequest: { method: "POST", url, headers: { ...headers } } });
      return valid && parsed(JSON.parse(rawBody), calls);
    },
  },
];

const svixWebhook = new svix.Webhook(SECRET);
const standardWebhook = new standardWebhooks.Webhook(SECRET);
const shopify = shopifyApi({ apiSecretKey: SECRET, apiKey: "key", hostName: "hooks.example.com", apiVersion: ApiVersion.October25, isEmbeddedApp: false, logger: { level: LogSeverity.Error } });

function parsed(payload: unknown, calls: { count: number }): boolean {
  if (typeof payload === "object") calls.count += 1;
  return true;
}

function received(body: Buffer, headers: Readonly<Record<string, string>>): Received {
  return { url: "/webhooks", headers: { "content-type": "application/json", ...headers }, body };
}

function standard(body: Buffer): Received {
  const signature = createHmac("sha256", Buffer.from(SECRET.slice(6), "base64")).update(`msg_1.${now()}.`).update(body).digest("base64");
  return received(body, { "webhook-id": "msg_1", "webhook-timestamp": `${now()}`, "webhook-signature": `v1,${signature}` });
}

function hmac(encoding: "hex" | "base64", before: string, body: Buffer): string {
  return createHmac("sha256", SECRET).update(before).update(body).digest(encoding);
}

/** Unix seconds, the same for all of a run: it takes minutes, and every library allows five. */
function now(): number {
  return STARTED;
}

const STARTED = Math.floor(Date.now() / 1000);
