import type { WebhookConfig } from "../config/provider-config.js";
import { contentPieces } from "../content-template.js";
import { call, reference } from "./calls.js";
import type { SpecValue } from "./spec-value.js";

/** What stands for a placeholder that takes no name. */
const CONSTANTS: Readonly<Record<string, string>> = {
  body: "body",
  timestamp: "timestamp",
  method: "method",
  url: "url",
  path: "path",
  secret: "secret",
  url_without_query: "urlWithoutQuery",
  decoded_url: "decodedUrl",
  form: "formFields",
  query_and_form: "queryAndForm",
  body_crc32: "bodyCrc32",
};

/** What stands for one that does. */
const FUNCTIONS: Readonly<Record<string, string>> = {
  header: "headerText",
  field: "fieldText",
  parameter: "parameter",
  listed_headers: "listedHeaders",
};

/** `v0:{timestamp}:{body}` → `["v0:", timestamp, ":", body]` */
export function toContent(template: string, { deliveryIds }: Pick<WebhookConfig, "deliveryIds">): readonly SpecValue[] {
  const id = deliveryIds.find(({ from }) => from === "header");
  return contentPieces(template).map(({ text = "", placeholder, name }) => {
    if (placeholder === undefined) return text;
    if (placeholder === "id" && id?.from === "header") return call("headerText", id.name);
    return name === undefined ? reference(CONSTANTS[placeholder] ?? "") : call(FUNCTIONS[placeholder] ?? "", name);
  });
}
