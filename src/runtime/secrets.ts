import type { SecretLookup, SecretOption } from "./options.js";
import { type Failure, fail } from "./outcome.js";
import { attempt, type MaybePromise, chain } from "./promise.js";
import type { WebhookSpec } from "./spec.js";
import type { Delivery } from "./verify/delivery.js";

/** Where a handler's secrets come from. Gives their texts, not yet checked, or why there are none. The same list is never changed. */
export type SecretSource = (request: Delivery) => MaybePromise<readonly string[] | Failure>;

/** Keys made from secrets, kept so that each is made once. */
export type KeyRing = (texts: readonly string[]) => readonly unknown[] | Failure;

type Environment = Readonly<Record<string, string | undefined>>;

/** More tenants than this start the cache anew: it saves microseconds, it must not hold memory. */
const MAX_CACHED_KEYS = 1000;

const NOT_OF_FORM = "is blank, or not of the form the provider gives";

/**
 * Where a handler's secrets come from: the option, or else the environment.
 *
 * @throws TypeError for a `secret` option that can never verify anything
 */
export function secretSource(spec: WebhookSpec, secret: SecretOption | undefined, env: Environment | undefined): SecretSource {
  const { verify, provider } = spec;
  if (verify.keyless) return () => [];
  if (secret === undefined) return environmentSource(spec, env);
  if (typeof secret === "function") return (request) => fromLookup(secret, request);
  const texts = asList(secret);
  if (texts.length === 0 || texts.some((text) => typeof text !== "string" || verify.toKey(text) === undefined)) {
    throw new TypeError(`A secret of the ${provider} handler ${NOT_OF_FORM}`);
  }
  return () => texts;
}

/** A cache from secrets to keys. One that cannot be a key makes the whole webhook unusable: fail closed. */
export function keyRing({ verify, secretEnv = "the option secret" }: WebhookSpec): KeyRing {
  let keys = new Map<string, unknown>();
  let last: readonly [texts: readonly string[], keys: readonly unknown[]] | undefined;
  return (texts) => {
    // Nearly all handlers have one list of secrets for good.
    if (last?.[0] === texts) return last[1];
    const found: unknown[] = [];
    for (const text of texts) {
      const known = keys.get(text);
      // Plain JavaScript may list a variable that is not set.
      const key = known ?? (typeof text === "string" ? verify.toKey(text) : undefined);
      if (key === undefined) return fail("secret_unusable", `A secret ${NOT_OF_FORM}: look at ${secretEnv}`);
      found.push(key);
      if (known !== undefined) continue;
      if (keys.size >= MAX_CACHED_KEYS) keys = new Map();
      keys.set(text, key);
    }
    last = [texts, found];
    return found;
  };
}

function fromLookup(lookUp: (request: Delivery) => SecretLookup | Promise<SecretLookup>, request: Delivery): MaybePromise<readonly string[] | Failure> {
  return attempt(
    () =>
      chain(lookUp(request), (answer) => {
        if (answer === undefined) return fail("signature_invalid", "The secret look-up knows no secret for this request");
        return answer.length > 0 ? asList(answer) : fail("secret_unusable", "The secret look-up answered an empty list");
      }),
    (cause) => fail("secret_unusable", "The secret look-up failed", cause),
  );
}

/** Read at each delivery, as some platforms fill it late; made anew only when it says something else. */
function environmentSource({ secretEnv }: WebhookSpec, env: Environment | undefined): SecretSource {
  if (secretEnv === undefined) return () => fail("secret_unusable", "The spec names no environment variable: give the option secret");
  const previousEnv = `${secretEnv}_PREVIOUS`;
  let last: readonly [secret: string | undefined, previous: string | undefined, found: readonly string[] | Failure] | undefined;
  return () => {
    const { [secretEnv]: secret, [previousEnv]: previous } = env ?? processEnvironment();
    if (last === undefined || last[0] !== secret || last[1] !== previous) last = [secret, previous, fromEnvironment(secretEnv, secret, previous)];
    return last[2];
  };
}

function fromEnvironment(secretEnv: string, secret: string | undefined, previous: string | undefined): readonly string[] | Failure {
  const isSet = (text: string | undefined): text is string => text !== undefined && text.trim() !== "";
  if (!isSet(secret)) return fail("secret_unusable", `Set the environment variable ${secretEnv}: it is ${secret === undefined ? "not set" : "blank"}`);
  // A secret read from a file ends in the file's line break.
  return [secret, previous].filter(isSet).map((text) => text.replace(/[\r\n]+$/, ""));
}

/** A list of our own: whoever gave one may change it. */
function asList(secret: string | readonly string[]): readonly string[] {
  return typeof secret === "string" ? [secret] : [...secret];
}

/** The process's environment, where there is one. */
export function processEnvironment(): Environment {
  return (globalThis as { process?: { env?: Environment } }).process?.env ?? {};
}
