import { toComment } from "../encode.js";
import { YAML_SCHEMA_LINE } from "../yaml-schema-line.js";
import { toScalar } from "../yaml-scalar.js";
import type { WebhookNames } from "./name-webhooks.js";

/** What an OpenAPI document says of a provider. */
export interface DescribedProvider extends WebhookNames {
  readonly provider: string;
  /** The document's file name. */
  readonly from: string;
  /** The headers that it names: tokens of HTTP. */
  readonly headers: readonly string[];
}

/** A `webhook.yaml` of it. What no OpenAPI document says stands there as comments: until it is filled in, nothing is generated. */
export function printWebhookYaml({ provider, from, source, events, headers }: DescribedProvider): string {
  return `${YAML_SCHEMA_LINE}
# Made by smart-webhooks from ${toComment(from)}, which does not say how requests are signed: fill in what is commented out.
webhooks:
  default:
    path: /webhooks/${provider}
${printScheme(provider, headers)}
${source ? `    ${source.key}: ${toScalar(source.place)}` : printSources(headers)}
    events:
${events.map((event) => `      - ${toScalar(event)}`).join("\n")}
`;
}

function printScheme(provider: string, headers: readonly string[]): string {
  const isStandard = ["webhook-id", "webhook-timestamp", "webhook-signature"].every((name) => headers.some((header) => header.toLowerCase() === name));
  const signature = headers.find((name) => /signature|hmac/i.test(name)) ?? `X-${provider.replaceAll(/(^|[-_])./g, (start) => start.toUpperCase())}-Signature`;
  const header = isStandard ? [] : [`    # signature_header: ${toScalar(signature)}`];
  return [
    `    # signing_secret_env: ${provider.toUpperCase().replaceAll("-", "_")}_WEBHOOK_SECRET`,
    `    # verification_type: ${isStandard ? "standard_webhooks" : "hmac_sha256"}`,
    ...header,
  ].join("\n");
}

function printSources(headers: readonly string[]): string {
  const header = headers.find((name) => /event|topic/i.test(name));
  const hint = "    # Where a request tells its event, in the words listed below: in the body or in a header.";
  return [hint, ...(header === undefined ? ["    # event_field: type"] : [`    # event_header: ${toScalar(header)}`])].join("\n");
}
