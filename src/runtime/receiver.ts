import type { Dispatcher } from "./dispatch/dispatcher.js";
import type { WebhookEvent } from "./event.js";
import type { DeliveryHooks, WebhookExtension } from "./extension.js";
import type { WebhookHandlerOptions } from "./options.js";
import type { WebhookResult } from "./response.js";
import { keyRing, type KeyRing, secretSource, type SecretSource } from "./secrets.js";
import type { ClaimStore } from "./store/claim-store.js";
import { memoryStore } from "./store/memory-store.js";
import { positive, surroundings } from "./surroundings.js";
import type { Surroundings } from "./verify/delivery.js";
import type { WebhookSpec } from "./spec.js";
import type { Source } from "./verify/sources.js";

/** What the pipeline needs to know of one handler. Kept in a private field: subclasses may use any name. */
export interface Receiver {
  readonly spec: WebhookSpec;
  readonly methods: HandlerMethods;
  readonly path: string | readonly string[];
  readonly secrets: SecretSource;
  readonly keys: KeyRing;
  /** Where a delivery's id stands; the first that holds one counts. */
  readonly ids: readonly Source[];
  readonly now: () => number;
  /** What deliveries are checked against at a time (Unix milliseconds). */
  readonly surroundings: (now: number) => Surroundings;
  readonly store: ClaimStore | false;
  /** What the keys of this webhook's claims begin with. */
  readonly keyPrefix: string;
  /** Milliseconds. */
  readonly lease: number;
  readonly strictReplay: boolean;
  readonly validate: "off" | "warn" | "reject";
  readonly dispatcher: Dispatcher | undefined;
  /** Asked before anything else. */
  readonly gates: readonly NonNullable<WebhookExtension["admit"]>[];
  /** Each stands around those behind it, and around the method. */
  readonly arounds: readonly NonNullable<WebhookExtension["around"]>[];
  /** Told what became of each delivery: the options, and what was given to `use`. */
  readonly listeners: readonly DeliveryHooks[];
  readonly onSecret: WebhookHandlerOptions["onSecret"];
  readonly maxBodyBytes: number;
  readonly logger: NonNullable<WebhookHandlerOptions["logger"]>;
  readonly onError: WebhookHandlerOptions["onError"];
}

/** A handler as the router sees it: methods looked up by name when a delivery comes. */
export interface HandlerMethods {
  readonly [method: string]: unknown;
  shouldHandle?(event: WebhookEvent): boolean | Promise<boolean>;
}

/** An event method found on a handler. */
export type EventMethod = (this: HandlerMethods, event: WebhookEvent) => WebhookResult;

/** How long a worker may take before another one gets its delivery. Milliseconds. */
const LEASE = 5 * 60_000;

/** Enough for nearly every provider; those that send more say so in their YAML. In bytes. */
const DEFAULT_MAX_BODY_BYTES = 1024 * 1024;

/**
 * Puts a handler's spec and options together.
 *
 * @throws TypeError for an option that could never work
 */
export function createReceiver(spec: WebhookSpec, methods: HandlerMethods, options: WebhookHandlerOptions): Receiver {
  const { use = [] } = options;
  return {
    spec,
    methods,
    path: options.path ?? spec.path,
    secrets: secretSource(spec, options.secret, options.env),
    keys: keyRing(spec),
    ids: [spec.id ?? []].flat(),
    now: options.now ?? Date.now,
    surroundings: surroundings(spec, options),
    store: options.store ?? memoryStore(options.now ? { now: options.now } : {}),
    keyPrefix: `${spec.provider}/${spec.webhook}/`,
    onSecret: options.onSecret,
    validate: validation(spec, options.validate),
    lease: positive("lease", options.lease) ?? LEASE,
    dispatcher: options.dispatcher,
    gates: use.flatMap((one) => one.admit?.bind(one) ?? []),
    arounds: use.flatMap((one) => one.around?.bind(one) ?? []),
    listeners: [options, ...use],
    strictReplay: options.replay === "strict",
    maxBodyBytes: positive("maxBodyBytes", options.maxBodyBytes) ?? spec.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    logger: options.logger ?? { warn: console.warn, error: console.error },
    onError: options.onError,
  };
}

/** What the option asks for. A misspelt word must not switch it off in silence. */
function validation({ validators }: WebhookSpec, validate: WebhookHandlerOptions["validate"] = "off"): Receiver["validate"] {
  if (!["off", "warn", "reject"].includes(validate)) throw new TypeError('The option validate must be "off", "warn" or "reject"');
  if (validate !== "off" && validators === undefined) throw new TypeError("The option validate needs validators: generate the handler with --validators");
  return validate;
}

/** The method of that name, to be called with the handler as `this`; undefined when it has none. */
export function methodOf(methods: HandlerMethods, name: string): EventMethod | undefined {
  const method = methods[name];
  return typeof method === "function" ? (method as EventMethod) : undefined;
}
