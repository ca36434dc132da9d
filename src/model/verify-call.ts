import type { Verification, WebhookConfig } from "../config/provider-config.js";
import type { SchemeValues } from "../config/scheme-keys.js";
import { call, object, optional, reference } from "./calls.js";
import { toContent } from "./content-calls.js";
import type { SpecCall, SpecValue } from "./spec-value.js";

/** The table from a scheme in YAML to the runtime's call. What a function does by default is left out, so that generated code says only what is special. */
export function toVerifyCall(verification: Verification, webhook: Pick<WebhookConfig, "deliveryIds">): SpecCall {
  const { type, scheme } = verification;
  switch (type) {
    case "none":
      return call("unsigned");
    case "basic":
      return call("basic");
    case "aws_sns":
      return call("awsSns");
    case "token":
      return call("token", signature(scheme), ...optional({ items: items(scheme) }));
    case "jwt":
      return call("jwt", object(jwtOptions(scheme)));
    case "standard_webhooks":
      return call("standardWebhooks", ...optional(standardOptions(scheme)));
    default:
      return call(type.replace(/_.*/, ""), object({ ...ownOptions(type, scheme), ...contentOptions(scheme, webhook) }));
  }
}

type Options = Readonly<Record<string, SpecValue | undefined>>;

/** What only one of the schemes over some content knows. */
function ownOptions(type: Verification["type"], scheme: SchemeValues): Options {
  const [name, algorithm] = type.split("_");
  const url = scheme.certificate_url_header;
  return {
    algorithm: algorithm === "sha256" ? undefined : algorithm,
    key: name === "ed25519" ? secretFormat({ secret_encoding: "hex", ...scheme }) : undefined,
    secret: name === "hmac" ? secretFormat(scheme) : undefined,
    form: unless("der", scheme.signature_form),
    certificate: url === undefined ? undefined : object({ url: call("header", url), hosts: scheme.certificate_hosts ?? [] }),
  };
}

function contentOptions(scheme: SchemeValues, webhook: Pick<WebhookConfig, "deliveryIds">): Options {
  const { signed_content: content = "{body}", required_headers: required, body_hash_query: hash } = scheme;
  return {
    signature: signature(scheme),
    content: content === "{body}" ? undefined : toContent(content, webhook),
    timestamp: timestamp(scheme),
    require: required && object(new Map([...required].map(([name, value]) => [name, requirement(value)]))),
    bodyHash: hash === undefined ? undefined : call("bodyHash", hash),
    urls: scheme.signed_url === "any_port" ? reference("anyPort") : undefined,
    items: items(scheme),
  };
}

/** Where the signature stands. */
function signature(scheme: SchemeValues): SpecCall {
  const { signature_header: names, signature_field: field, signature_query: query, signature_pairs: pairs, signature_list: list } = scheme;
  const form = { prefix: unless("", scheme.signature_prefix), encoding: unless("hex", scheme.signature_encoding) };
  if (field !== undefined) return call("field", field, ...optional(form));
  if (query !== undefined) return call("query", query, ...optional(form));
  const [name = "", another] = names ?? [];
  if (pairs !== undefined) {
    const { signature: key, timestamp: time, separator } = pairs;
    return call("pairs", name, object({ signature: key, timestamp: time, separator: unless(",", separator), encoding: form.encoding }));
  }
  if (list !== undefined) return call("list", name, object({ separator: list, ...form }));
  if (another === undefined && !name.includes("{n}")) return call("header", name, ...optional(form));
  return call("headers", [...(names ?? [])], ...optional(form));
}

function timestamp(scheme: SchemeValues): SpecCall | undefined {
  const { timestamp_header: name, timestamp_field: path, timestamp_format: format = "seconds", replay_tolerance: tolerance = 300 } = scheme;
  const place = name === undefined ? (path === undefined ? undefined : call("field", path)) : call("header", name);
  if (place === undefined && scheme.signature_pairs?.timestamp === undefined) return undefined;
  return call(format, tolerance === "none" ? reference("unlimited") : tolerance, ...(place ? [place] : []));
}

function items({ signed_items: path }: SchemeValues): SpecCall | undefined {
  return path === undefined ? undefined : call("each", path);
}

function requirement(value: string): SpecValue {
  const [, name] = /^\{parameter:(.*)\}$/.exec(value) ?? [];
  return name === undefined ? value : call("parameter", name);
}

function secretFormat({ secret_encoding: encoding = "text", secret_prefix: prefixes = [] }: SchemeValues): SpecCall | undefined {
  return encoding === "text" ? undefined : call(encoding, ...prefixes);
}

function jwtOptions(scheme: SchemeValues): Options {
  const { jwt_algorithms: algorithms = [], jwt_hashes: hashes, replay_tolerance: maxAge } = scheme;
  return {
    token: signature(scheme),
    algorithms,
    keys: scheme.jwt_keys,
    issuer: scheme.jwt_issuer,
    audience: scheme.jwt_audience,
    maxAge: maxAge === "none" ? undefined : maxAge,
    leeway: scheme.jwt_leeway,
    hashes: hashes && object(new Map([...hashes].map(([claim, part]) => [claim, reference(part)]))),
    hashEncoding: unless("hex", scheme.signature_encoding),
  };
}

function standardOptions(scheme: SchemeValues): Options {
  const { standard_headers: headers, replay_tolerance: tolerance, secret_encoding: encoding } = scheme;
  return {
    headers,
    secret: encoding === "text" ? "text" : secretFormat(scheme),
    tolerance: tolerance === "none" ? reference("unlimited") : tolerance,
  };
}

function unless<T extends string>(standard: T, value: T | undefined): T | undefined {
  return value === standard ? undefined : value;
}
