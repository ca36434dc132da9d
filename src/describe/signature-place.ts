import type { WebhookConfig } from "../config/provider-config.js";

/** Where the signature, the token or the secret stands, and how it is written, in words; undefined where there is none. */
export function signaturePlace({ verification: { type, scheme } }: Pick<WebhookConfig, "verification">): string | undefined {
  if (type === "none") return undefined;
  if (type === "basic") return "header `authorization`, as user:password in base64";
  if (type === "aws_sns") return "field `Signature`, base64";
  if (type === "standard_webhooks") return `header ${(scheme.standard_headers ?? ["webhook"]).map((word) => `\`${word}-signature\``).join(" or ")}, base64`;
  const { signature_pairs: pairs, signature_list: list, signature_prefix: prefix, signature_encoding: encoding = "hex" } = scheme;
  const form = [
    ...(prefix === undefined || prefix === "" ? [] : [`after \`${prefix}\``]),
    ...(pairs === undefined ? [] : [`as the value of \`${pairs.signature}\``]),
    ...(list === undefined ? [] : ["one or several"]),
    ...(type === "token" || type === "jwt" ? [] : [encoding]),
  ];
  return [placeOf(scheme), ...form].join(", ");
}

function placeOf({ signature_header: headers = [], signature_field: field, signature_query: query }: WebhookConfig["verification"]["scheme"]): string {
  if (field !== undefined) return `field \`${field}\``;
  if (query !== undefined) return `query \`${query}\``;
  return `header ${headers.map((name) => `\`${name}\``).join(" or ")}`;
}
