import { parse } from "node:querystring";
import { verify } from "@octokit/webhooks-methods";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
// It works by side effect: tells the package which platform it is on.
// oxlint-disable-next-line import/no-unassigned-import
import "@shopify/shopify-api/adapters/node";
import { verifySlackRequest } from "@slack/bolt";
import { verifyKey } from "discord-interactions";
import * as standardWebhooks from "standardwebhooks";
import { Stripe } from "stripe";
import * as svix from "svix";
import twilio from "twilio";
import type { Case } from "./cases.js";

/** A vendor's own verifier, called the way its users call it. */
export interface Library {
  readonly name: string;
  /** The families whose vendors name it, or whose format it says it reads. */
  readonly families: readonly string[];
  /** Whether it accepts the request. It may throw instead of saying no. */
  verify(request: Case, secret: string): boolean | Promise<boolean>;
  /** Whether an error is the library's way to say no. */
  isRefusal?(error: unknown): boolean;
}

/** In the order of the table. A header that was not sent is the empty text where the library's types ask for one. */
export const libraries: readonly Library[] = [
  {
    name: "@octokit/webhooks-methods",
    families: ["github"],
    verify: (request, secret) => verify(secret, text(request), header(request, "x-hub-signature-256")),
  },
  {
    name: "stripe",
    families: ["stripe"],
    verify: ({ body, now, ...request }, secret) =>
      // The default tolerance and cryptography; the last argument is the clock.
      Boolean(Stripe.webhooks.constructEvent(Buffer.from(body), header(request, "stripe-signature"), secret, undefined, undefined, now)),
    isRefusal: (error) => error instanceof Stripe.errors.StripeSignatureVerificationError,
  },
  {
    name: "@slack/bolt",
    families: ["slack"],
    verify: (request, signingSecret) => {
      // Bolt's receivers turn the header into a number like this.
      const timestamp = Number(header(request, "x-slack-request-timestamp"));
      const headers = { "x-slack-signature": header(request, "x-slack-signature"), "x-slack-request-timestamp": timestamp };
      verifySlackRequest({ signingSecret, body: text(request), headers, nowMilliseconds: request.now });
      return true;
    },
    isRefusal: (error) => error instanceof Error && error.message.startsWith("Failed to verify authenticity"),
  },
  {
    name: "twilio",
    families: ["twilio", "twilio-json"],
    verify: (request, authToken) => twilio.validateExpressRequest(forExpress(request), authToken, { url: request.url }),
  },
  {
    name: "discord-interactions",
    families: ["discord"],
    verify: (request, publicKey) => verifyKey(request.body, header(request, "x-signature-ed25519"), header(request, "x-signature-timestamp"), publicKey),
  },
  {
    name: "standardwebhooks",
    families: ["standard-webhooks", "openai", "gitlab-signing-token", "polar"],
    verify: ({ family, body, headers }, secret) => {
      // Polar's own package hands its secret over as text.
      const webhook = new standardWebhooks.Webhook(secret, family === "polar" ? { format: "raw" } : undefined);
      webhook.verify(Buffer.from(body), { ...headers });
      return true;
    },
    isRefusal: (error) => error instanceof standardWebhooks.WebhookVerificationError,
  },
  {
    name: "svix",
    families: ["svix", "clerk", "resend", "standard-webhooks"],
    verify: ({ body, headers }, secret) => {
      new svix.Webhook(secret).verify(Buffer.from(body), { ...headers });
      return true;
    },
    isRefusal: (error) => error instanceof svix.WebhookVerificationError,
  },
  {
    name: "@shopify/shopify-api",
    families: ["shopify"],
    verify: async (request, apiSecretKey) => {
      const logger = { level: LogSeverity.Error };
      const { webhooks } = shopifyApi({ apiSecretKey, apiKey: "key", hostName: "hooks.example.com", apiVersion: ApiVersion.October25, isEmbeddedApp: false, logger });
      const { method, url, headers } = request;
      return (await webhooks.validate({ rawBody: text(request), rawRequest: { method, url, headers } })).valid;
    },
  },
];

type Express = Parameters<typeof twilio.validateExpressRequest>[0];

/** What Express has after express.urlencoded() or express.json() with a `verify` that keeps the bytes. */
function forExpress({ headers, url, body }: Case): Express {
  const rawBody = Buffer.from(body);
  // Some vectors have no content type; Twilio's requests do, and all but the JSON ones are forms.
  const isJson = headers["content-type"]?.startsWith("application/json");
  const parsed: unknown = isJson ? JSON.parse(rawBody.toString()) : parse(rawBody.toString());
  const originalUrl = url.replace(/^https?:\/\/[^/]*/, "");
  return { protocol: "https", header: (name) => headers[name.toLowerCase()], headers, originalUrl, rawBody, body: parsed };
}

function header({ headers }: Pick<Case, "headers">, name: string): string {
  return headers[name] ?? "";
}

/** For libraries that take a string only: the way Node's users make one of the bytes. */
function text({ body }: Case): string {
  return Buffer.from(body).toString("utf8");
}
