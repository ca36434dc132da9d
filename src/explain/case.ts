import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { KeyFetcher } from "@smart-webhooks/runtime/verify";
import type { Cause } from "./explanation.js";

/** A request as it was captured. */
export interface CapturedRequest {
  readonly method: string;
  /** Path and query as the app saw them, or the whole URL as the provider called it. */
  readonly url: string;
  /** Names in lower case; several values of one are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A secret and where it stands: only that is ever shown. */
export interface NamedSecret {
  /** The environment variable's. */
  readonly name: string;
  /** The file that sets it, where it is not the environment itself. */
  readonly file?: string | undefined;
  readonly value: string;
}

/** A request, and all that it is verified with. A hypothesis is a case with one thing changed. */
export interface Case {
  readonly spec: WebhookSpec;
  readonly request: CapturedRequest;
  /** Those that the app has: the current one, and the previous one. */
  readonly secrets: readonly NamedSecret[];
  /** Unix milliseconds. */
  readonly now: number;
  /** Seconds, in place of the provider's. */
  readonly tolerance?: number | undefined;
  readonly publicUrl?: string | undefined;
  readonly params?: Readonly<Record<string, string | undefined>> | undefined;
  readonly fetchKey?: KeyFetcher | undefined;
  /** Other secrets that the developer has: of other webhooks, other environments. */
  readonly otherSecrets?: readonly NamedSecret[] | undefined;
  /** The provider's other webhooks. */
  readonly siblings?: readonly WebhookSpec[] | undefined;
}

/** One thing changed, and the cause that it proves if the request is right then. */
export interface Variant {
  readonly change: Partial<Case>;
  readonly cause: Omit<Cause, "certain">;
}

/** Some variants of a case, the likely ones first. Made one by one: few are ever looked at. */
export type Hypothesis = (given: Case) => Iterable<Variant>;

/** Where a secret stands, in words. */
export function nameOf({ name, file }: NamedSecret): string {
  return file === undefined ? name : `${name} in ${file}`;
}

/** The case with another body. */
export function bodyChange({ request }: Case, body: Uint8Array | string): Partial<Case> {
  return { request: { ...request, body: typeof body === "string" ? new TextEncoder().encode(body) : body } };
}

/** The case with a header set. */
export function headerChange({ request }: Case, name: string, value: string): Partial<Case> {
  return { request: { ...request, headers: { ...request.headers, [name]: value } } };
}
