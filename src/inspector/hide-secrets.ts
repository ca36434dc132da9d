import { hider } from "../explain/mask.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import { type Env, secretsOf } from "./secrets-of.js";

type Headers = readonly (readonly [name: string, value: string])[];

/** Hides secrets in what leaves this process. */
export interface Hiding {
  readonly text: (text: string) => string;
  readonly headers: (headers: Headers) => Headers;
  /** A copy of JSON without them. */
  readonly value: (value: unknown) => unknown;
}

/** Headers that hold what lets somebody in, whoever sent them. */
const CREDENTIALS = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie"]);

/** Hides the secrets of a webhook: some providers send theirs in a header, in the URL, or in the body. */
export function hideSecrets({ spec }: InspectedWebhook, env: Env): Hiding {
  const text = hider(secretsOf(spec, env));
  const header = ([name, value]: readonly [string, string]): readonly [string, string] => [name, CREDENTIALS.has(name.toLowerCase()) ? withoutCredentials(value) : text(value)];
  return { text, headers: (headers) => headers.map(header), value: (value) => hideIn(value, text) };
}

function hideIn(value: unknown, hide: (text: string) => string): unknown {
  const text = JSON.stringify(value);
  if (text === undefined) return value;
  const hidden = hide(text);
  if (hidden === text) return value;
  try {
    return JSON.parse(hidden);
  } catch {
    // What was hidden was a part of the writing.
    return hidden;
  }
}

/** `Basic …`: the way is no secret. */
function withoutCredentials(value: string): string {
  const [, way = ""] = /^([A-Za-z]{1,20}) /.exec(value) ?? [];
  return `${way} …`.trim();
}
