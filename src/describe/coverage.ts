import type { WebhookConfig } from "../config/provider-config.js";
import { contentPieces } from "../content-template.js";

/** What of a request a webhook's signature covers, in words. Empty where it covers nothing. */
export function coverage(webhook: WebhookConfig): readonly string[] {
  const parts = signedParts(webhook);
  const hasBody = parts.includes("body");
  const inBody = (from: string): boolean => hasBody && from !== "header" && from !== "constant";
  const isEventSigned = inBody(webhook.event.from);
  const isIdSigned = parts.includes("id") || (hasBody && webhook.deliveryIds.length > 0 && webhook.deliveryIds.every(({ from }) => from === "field"));
  return [...new Set([...parts.filter((part) => part !== "id"), ...(isIdSigned ? ["id"] : []), ...(isEventSigned ? ["event"] : [])])];
}

function signedParts({ verification: { type, scheme } }: WebhookConfig): readonly string[] {
  switch (type) {
    case "none":
    case "token":
    case "basic":
      return [];
    case "standard_webhooks":
      return ["body", "id", "time"];
    case "aws_sns":
      return ["the message's fields", "id", "event"];
    case "jwt":
      return [...new Set(scheme.jwt_hashes?.values()), "time"];
    default: {
      const pieces = contentPieces(scheme.signed_content ?? "{body}").flatMap(toPart);
      const time = scheme.timestamp_field !== undefined && pieces.includes("body") ? ["time"] : [];
      return [...pieces, ...(scheme.body_hash_query === undefined ? [] : ["body"]), ...time];
    }
  }
}

const NAMES: Readonly<Record<string, string>> = {
  body: "body",
  form: "the form's fields",
  query_and_form: "the form's fields",
  body_crc32: "a checksum of the body",
  timestamp: "time",
  id: "id",
  method: "method",
  url: "URL",
  path: "URL",
  decoded_url: "URL",
  url_without_query: "URL",
  listed_headers: "the headers that it lists",
};

function toPart({ placeholder, name }: { readonly placeholder?: string; readonly name?: string }): readonly string[] {
  if (placeholder === "field") return [`field \`${name}\``];
  if (placeholder === "header") return [`header \`${name}\``];
  const part = NAMES[placeholder ?? ""];
  return part === undefined ? [] : [part];
}
