import { fields, formFields, itemFields, lowerCase, mediaType } from "./covered-fields.js";
import {
  basicCredentials, body, decodedUrl, hexText, method, oneOf, onlyPair, type Part, path, plivoContent, text, twilioForm, url, urlWithoutPort,
} from "./covered-parts.js";

/** The body, and in hex its signature. */
const inHex = (name: string, prefix = ""): readonly Part[] => [body, hexText(name, prefix)];

/** The body, and in base64 its signature: no letter of it is free. */
const inBase64 = (name: string): readonly Part[] => [body, text(name)];

/** The body, and pairs of a time and signatures. */
const inPairs = (name: string, signature = "v1", time = "t", separator = ",", isHex = true): readonly Part[] => [
  body,
  oneOf(name, separator, `${signature}=`, isHex),
  onlyPair(name, separator, time),
];

const standard = (word: string): readonly Part[] => [body, text(`${word}-id`), text(`${word}-timestamp`), oneOf(`${word}-signature`, " ", "v1,", false)];

const SNS = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type", "Signature", "SignatureVersion", "SigningCertURL"];

const ADYEN = ["pspReference", "originalReference", "merchantAccountCode", "merchantReference", "amount.value", "amount.currency", "eventCode", "success"];

/** What each family's signature covers. All else of a request is anybody's: the event's name in a header, most ids, most URLs. */
export const COVERED: Readonly<Record<string, readonly Part[]>> = {
  "standard-webhooks": standard("webhook"),
  "gitlab-signing-token": standard("webhook"),
  openai: standard("webhook"),
  polar: standard("webhook"),
  svix: standard("svix"),
  clerk: standard("svix"),
  resend: standard("svix"),
  stripe: inPairs("stripe-signature"),
  mux: inPairs("mux-signature"),
  calendly: inPairs("calendly-webhook-signature"),
  workos: inPairs("workos-signature"),
  sanity: inPairs("sanity-webhook-signature", "v1", "t", ",", false),
  buildkite: inPairs("x-buildkite-signature", "signature", "timestamp"),
  paddle: inPairs("paddle-signature", "h1", "ts", ";"),
  pagerduty: [body, oneOf("x-pagerduty-signature", ",", "v1=", true)],
  slack: [...inHex("x-slack-signature", "v0="), text("x-slack-request-timestamp")],
  zoom: [...inHex("x-zm-signature", "v0="), text("x-zm-request-timestamp")],
  webflow: [...inHex("x-webflow-signature"), text("x-webflow-timestamp")],
  zendesk: [...inBase64("x-zendesk-webhook-signature"), text("x-zendesk-webhook-signature-timestamp")],
  twitch: [...inHex("twitch-eventsub-message-signature", "sha256="), text("twitch-eventsub-message-id"), text("twitch-eventsub-message-timestamp")],
  // The version and the algorithm are not signed, but must say just this.
  box: [...inBase64("box-signature-primary"), text("box-delivery-timestamp"), text("box-signature-version"), text("box-signature-algorithm")],
  // The time stands in the body, which must be read as JSON to find it.
  linear: [...inHex("linear-signature"), mediaType],
  github: inHex("x-hub-signature-256", "sha256="),
  meta: inHex("x-hub-signature-256", "sha256="),
  bitbucket: inHex("x-hub-signature", "sha256="),
  notion: inHex("x-notion-signature", "sha256="),
  intercom: inHex("x-hub-signature", "sha1="),
  typeform: inBase64("typeform-signature"),
  twitter: inBase64("x-twitter-webhooks-signature"),
  shopify: [body, text("x-shopify-hmac-sha256"), text("shopify-hmac-sha256")],
  line: inBase64("x-line-signature"),
  woocommerce: inBase64("x-wc-webhook-signature"),
  xero: inBase64("x-xero-signature"),
  "adyen-platform": inBase64("hmacsignature"),
  // During a rotation the first of two headers holds the other key's signature, which counts for nothing here.
  docusign: [body, (request, original) => text(`x-docusign-signature-${"x-docusign-signature-2" in original.headers ? 2 : 1}`)(request, original)],
  razorpay: inHex("x-razorpay-signature"),
  dropbox: inHex("x-dropbox-signature"),
  "lemon-squeezy": inHex("x-signature"),
  asana: inHex("x-hook-signature"),
  sentry: inHex("sentry-hook-signature"),
  gitea: inHex("x-gitea-signature"),
  pusher: [...inHex("x-pusher-signature"), text("x-pusher-key")],
  vercel: inHex("x-vercel-signature"),
  segment: inHex("x-signature"),
  paystack: inHex("x-paystack-signature"),
  trello: [...inBase64("x-trello-webhook"), url],
  square: [...inBase64("x-square-hmacsha256-signature"), url],
  "hubspot-v1": inHex("x-hubspot-signature"),
  "hubspot-v2": [...inHex("x-hubspot-signature"), method, url],
  "hubspot-v3": [...inBase64("x-hubspot-signature-v3"), method, decodedUrl, text("x-hubspot-request-timestamp")],
  twilio: [twilioForm, urlWithoutPort, text("x-twilio-signature")],
  "twilio-json": [...inBase64("x-twilio-signature"), urlWithoutPort],
  "plivo-v3": [plivoContent, text("x-plivo-signature-v3-nonce"), oneOf("x-plivo-signature-v3", ",", "", false)],
  contentful: [
    ...inHex("x-contentful-signature"), method, path,
    ...["content-type", "x-contentful-topic", "x-contentful-timestamp", "x-contentful-signed-headers"].map((name) => text(name)),
  ],
  mailgun: [mediaType, fields("signature.timestamp", "signature.token"), lowerCase(fields("signature.signature"))],
  "dropbox-sign": [formFields("json", "event.event_time", "event.event_type"), lowerCase(formFields("json", "event.event_hash"))],
  "adyen-payment": [mediaType, itemFields("notificationItems", "NotificationRequestItem", ...ADYEN, "additionalData.hmacSignature")],
  "aws-sns": [fields(...SNS)],
  discord: [...inHex("x-signature-ed25519"), text("x-signature-timestamp")],
  telnyx: [...inBase64("telnyx-signature-ed25519"), text("telnyx-timestamp")],
  sendgrid: [...inBase64("x-twilio-email-event-webhook-signature"), text("x-twilio-email-event-webhook-timestamp")],
  paypal: [...inBase64("paypal-transmission-sig"), ...["id", "time"].map((name) => text(`paypal-transmission-${name}`)), text("paypal-cert-url")],
  messagebird: [body, url, text("messagebird-signature-jwt")],
  vonage: [body, text("authorization")],
  plaid: [body, text("plaid-verification")],
  // A token says who sent, and nothing of what.
  gitlab: [text("x-gitlab-token")],
  telegram: [text("x-telegram-bot-api-secret-token")],
  okta: [text("authorization")],
  "auth0-log-stream": [text("authorization")],
  postmark: [basicCredentials],
};
