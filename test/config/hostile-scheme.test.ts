import * as verify from "@smart-webhooks/runtime/verify";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProvider } from "../../src/config/check-provider.js";
import { parseYaml } from "../../src/config/parse-yaml.js";
import { ProblemLog } from "../../src/config/problem-log.js";
import type { WebhookConfig } from "../../src/config/provider-config.js";
import { readSettings } from "../../src/config/read-settings.js";
import { schemeReaders } from "../../src/config/scheme-keys.js";
import { schemeRules } from "../../src/config/scheme-rules.js";
import type { VerificationType } from "../../src/config/verification-types.js";
import { YamlText } from "../../src/config/yaml-text.js";
import { printValue } from "../../src/emit/print-value.js";
import { object } from "../../src/model/calls.js";
import { toSpecEntries } from "../../src/model/spec-entries.js";
import { evaluate } from "../emit/evaluate.js";
import { hostileText, UNSEEN_CHARACTERS } from "../emit/hostile-text.js";
import { hostileValues } from "./hostile-values.js";
import { yamlWith } from "./read-yaml.js";

const keys = [...Object.keys(schemeReaders), "handshakes", "delivery_id_field", "delivery_id_header"];

/** One type of each kind, and what it needs: together they take every key. */
const bases: readonly { readonly verification_type: VerificationType; readonly [key: string]: string | null }[] = [
  { verification_type: "hmac_sha256" },
  { verification_type: "rsa", certificate_url_header: "X-Cert", certificate_hosts: "[acme.com]" },
  { verification_type: "ecdsa" },
  { verification_type: "jwt", jwt_algorithms: "[HS256]", jwt_hashes: "{ hash: body }" },
  { verification_type: "standard_webhooks", signature_header: null },
];

describe("a hostile value", () => {
  it.each(keys)("of %s is refused in its place, or harmless", (key) => {
    for (const value of hostileValues) check(linesWith(key, value));
  });

  it.each(keys)("of %s that is hidden deeper is, too", (key) => {
    const shapes: readonly ((text: string) => unknown)[] = [
      (text) => ({ [text]: text }),
      (text) => ({ signature: text, timestamp: text }),
      (text) => [{ when: { field: text, equals: text }, reply: { text: `{field:${text}}` } }],
      (text) => [{ when: { header: "X-A", equals: text }, reply: { json: { [text]: text, a: `{field:${text}}` } } }],
      (text) => `{body}${text}{header:${text}}`,
      (text) => `${text}{body}`,
    ];
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...shapes), (text, shape) => {
        check(linesWith(key, shape(text)));
      }),
      { numRuns: 150 },
    );
  });

  it.each(keys)("of %s holds no character that breaks a line or turns a text", (key) => {
    for (const character of ["\n", "\r", "\t", "\u0000", "\u2028", "\u2029", "\u202e", "\ufeff", "\ud800"]) {
      for (const value of [character, `a${character}b`, [`a${character}`], { [`a${character}`]: "b" }]) {
        expect(check(linesWith(key, value))).toBeUndefined();
      }
    }
    for (const [, character] of UNSEEN_CHARACTERS) check(linesWith(key, `{body}${character}`));
  });
});

/** The key with this value, written as JSON in ASCII, and what makes it mean something. */
function linesWith(key: string, value: unknown): Parameters<typeof yamlWith>[0] {
  const base = bases.find(({ verification_type: type }) => schemeRules[type].takes.some((one) => one === key)) ?? bases[0];
  const text = JSON.stringify(value).replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return { ...base, [key]: text };
}

/** The webhook of a YAML with these lines, once every problem is in its place and every word of its spec is the runtime's. */
function check(changes: Parameters<typeof yamlWith>[0]): WebhookConfig | undefined {
  const log = new ProblemLog();
  const root = parseYaml(new YamlText("webhook.yaml", yamlWith(changes)), log);
  const webhook = root && checkProvider("acme", readSettings(root, log), log).webhooks[0];
  for (const { code, message, hint, at } of log.problems()) {
    if (code === "more-problems") continue;
    expect([code, hint, message], message).toEqual([expect.stringMatching(/^[a-z][a-z-]+$/), expect.stringMatching(/[.?]$/), expect.stringMatching(/^\P{Cc}{1,400}$/u)]);
    expect(at).toEqual({ file: "webhook.yaml", line: expect.any(Number), column: expect.any(Number) });
  }
  if (root === undefined || log.failed) return undefined;
  // Nothing is dropped without a word.
  expect(webhook).toBeDefined();
  const entries = toSpecEntries(webhook as WebhookConfig, []);
  for (const name of namesOf(evaluate(printValue(object(entries))))) expect(Object.keys(verify)).toContain(name);
  return webhook;
}

/** The identifiers in what `evaluate` gives. */
function namesOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("reference" in value && typeof value.reference === "string") return [value.reference];
  return Object.values(value).flatMap(namesOf);
}
