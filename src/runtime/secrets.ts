import type { SecretLookup, SecretOption } from "./options.js";
import { type Failure, fail } from "./outcome.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import type { WebhookSpec } from "./spec.js";
import type { Delivery } from "./verify/delivery.js";

/** Where a handler's secrets come from. Gives their texts, not yet checked, or why there are none. */
export type SecretSource = (request: Delivery) => MaybePromise<readonly string[] | Failure>;

/** Keys made from secrets, kept so that each is made once. */
export type KeyRing = (texts: readonly string[]) => readonly unknown[] | Failure;

/** More tenants than this start the cache anew: it saves microseconds, it must not hold memory. */
const MAX_CACHED_KEYS = 1000;

/**
 * Where a handler's secrets come from: the option, or else the environment.
 *
 * @throws TypeError for a `secret` option that can never verify anything
 */
export function secretSource(
  spec: WebhookSpec,
  secret: SecretOption | undefined,
  env: Readonly<Record<string, string | undefined>> | undefined,
): SecretSource {
  if (spec.verify.keyless) return () => [];
  if (secret === undefined) return () => fromEnvironment(spec, env ?? processEnvironment());
  if (typeof secret === "function") return (request) => fromLookup(secret, request);
  const texts = asList(secret);
  for (const text of texts) {
    if (typeof text !== "string" || spec.verify.toKey(text) === undefined) {
      throw new TypeError(`A secret of the ${spec.provider} handler is blank, or not of the form the provider gives`);
    }
  }
  if (texts.length === 0) throw new TypeError(`The ${spec.provider} handler's list of secrets is empty`);
  return () => texts;
}

/** A cache from secrets to keys. One that cannot be a key makes the whole webhook unusable: fail closed. */
export function keyRing(spec: WebhookSpec): KeyRing {
  let keys = new Map<string, unknown>();
  return (texts) => {
    const found: unknown[] = [];
    for (const text of texts) {
      // Plain JavaScript may list a variable that is not set.
      const key = typeof text === "string" ? (keys.get(text) ?? spec.verify.toKey(text)) : undefined;
      if (key === undefined) return fail("secret_unusable", `A secret is blank, or not of the form the provider gives: look at ${spec.secretEnv ?? "the option secret"}`);
      if (keys.size >= MAX_CACHED_KEYS) keys = new Map();
      keys.set(text, key);
      found.push(key);
    }
    return found;
  };
}

function fromLookup(
  lookUp: (request: Delivery) => SecretLookup | Promise<SecretLookup>,
  request: Delivery,
): MaybePromise<readonly string[] | Failure> {
  return attempt(
    () =>
      chain(lookUp(request), (answer) => {
        if (answer === undefined) return fail("signature_invalid", "The secret look-up knows no secret for this request");
        const texts = asList(answer);
        return texts.length > 0 ? texts : fail("secret_unusable", "The secret look-up answered an empty list");
      }),
    (cause) => fail("secret_unusable", "The secret look-up failed", cause),
  );
}

function fromEnvironment(
  { secretEnv }: WebhookSpec,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] | Failure {
  if (secretEnv === undefined) return fail("secret_unusable", "The spec names no environment variable: give the option secret");
  const secret = env[secretEnv];
  if (secret === undefined || secret.trim() === "") {
    return fail("secret_unusable", `Set the environment variable ${secretEnv}: it is ${secret === undefined ? "not set" : "blank"}`);
  }
  const previous = env[`${secretEnv}_PREVIOUS`];
  // A secret read from a file ends in the file's line break.
  return [secret, ...(previous === undefined || previous.trim() === "" ? [] : [previous])].map((text) => text.replace(/[\r\n]+$/, ""));
}

function asList(secret: string | readonly string[]): readonly string[] {
  return typeof secret === "string" ? [secret] : secret;
}

/** The process's environment, where there is one. */
export function processEnvironment(): Readonly<Record<string, string | undefined>> {
  // Read at each delivery and not at import: some platforms fill it late.
  return (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env ?? {};
}
