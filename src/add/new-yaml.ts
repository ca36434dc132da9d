import { extendingYaml, newProviderYaml } from "../../templates/webhook-yaml.js";
import { defaultPath, defaultSecretEnv } from "../config/check-webhook.js";
import { displayNameOf } from "../config/display-name.js";
import { webhookKeys } from "../config/keys.js";
import { isKeyless, schemeRules } from "../config/scheme-rules.js";
import { isVerificationType } from "../config/verification-types.js";
import { GenerateError } from "../errors.js";
import type { AddedText, AddRequest, SettingKey } from "./add-request.js";

/** The YAML of a provider that the user has none of. Throws a GenerateError when too little was said to write one. */
export function newYaml(request: AddRequest, isBuiltIn: boolean): Pick<AddedText, "after" | "guessed"> {
  const { provider, webhook, events, settings: said } = request;
  if (isBuiltIn && said.size + events.length === 0) throw nothingSaid(provider);
  if (!isBuiltIn && events.length === 0) throw noEvents(provider);
  const guesses = isBuiltIn ? new Map<SettingKey, string>() : guess(request);
  const settings = inOrder(new Map([...guesses, ...said]));
  const guessed = [...guesses.keys()].filter((key) => MUST_BE_KNOWN.has(key));
  const print = isBuiltIn ? extendingYaml : newProviderYaml;
  return { after: print({ provider, webhook, settings, events, guessed: new Set(guessed) }), guessed };
}

/** Where the path is, and what the secret is called, is the user's to choose; these are the provider's. */
const MUST_BE_KNOWN: ReadonlySet<SettingKey> = new Set(["verification_type", "signature_header", "event_field"]);

/** What is most common, for what was not said. A wrong guess refuses every delivery: none gets in by it. */
function guess({ provider, webhook, settings }: AddRequest): ReadonlyMap<SettingKey, string> {
  const type = settings.get("verification_type") ?? "hmac_sha256";
  const known = typeof type === "string" && isVerificationType(type) ? type : undefined;
  const hasPlace = known !== undefined && schemeRules[known].needs.some((keys) => keys.includes("signature_header"));
  const hasKey = known === undefined || !isKeyless(known, {});
  const guesses: readonly (readonly [SettingKey, string] | false)[] = [
    ["path", defaultPath(provider, webhook)],
    hasKey && ["signing_secret_env", defaultSecretEnv(provider)],
    ["verification_type", "hmac_sha256"],
    hasPlace && ["signature_header", `X-${displayNameOf(provider)}-Signature`],
    !settings.has("event_header") && ["event_field", "type"],
  ];
  return new Map(guesses.filter((entry) => entry !== false).filter(([key]) => !settings.has(key)));
}

function inOrder(settings: ReadonlyMap<SettingKey, string | boolean>): ReadonlyMap<SettingKey, string | boolean> {
  const order = Object.keys(webhookKeys);
  return new Map([...settings].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function nothingSaid(provider: string): GenerateError {
  const message = `${provider} is built in, and nothing was said that could be added to it.`;
  const hint = `Say what is different for you, such as --path or --event; or use it as it is: npx smart-webhooks generate ${provider}.`;
  return new GenerateError([{ code: "nothing-to-add", severity: "error", message, hint }]);
}

function noEvents(provider: string): GenerateError {
  const hint = `Name at least one, as ${provider} writes it: --event invoice.paid.`;
  return new GenerateError([{ code: "missing-option", severity: "error", message: `No event is named, and ${provider} is new.`, hint }]);
}
