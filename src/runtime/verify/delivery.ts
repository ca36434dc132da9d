import type { EventHeaders } from "../event.js";
import type { MaybePromise } from "../promise.js";

/** What a scheme, and the readers of event and id, may look at. */
export interface Delivery {
  readonly method: string;
  /** Path and query, or absolute. */
  readonly url: string;
  readonly headers: EventHeaders;
  /** Exactly as received. */
  readonly body: Uint8Array;
}

/** What is fed to a hash: texts count as UTF-8. */
export type Pieces = readonly (string | Uint8Array)[];

/** Why a delivery was refused: for the log, never for the sender. */
export type Refusal =
  | "signature_missing"
  | "signature_malformed"
  | "signature_mismatch"
  | "timestamp_missing"
  | "timestamp_malformed"
  | "timestamp_too_old"
  | "timestamp_in_future"
  | "header_missing"
  | "header_mismatch"
  | "claim_mismatch"
  | "algorithm_not_allowed"
  | "key_unknown"
  | "key_url_untrusted"
  | "body_malformed"
  | Misconfiguration;

/** Refusals that are the receiver's own fault: no sender can get past them. */
export type Misconfiguration = "public_url_missing" | "parameter_missing" | "key_unavailable" | "secret_unusable" | "options_invalid";

/** What checking a delivery found. */
export type Verdict =
  | {
      readonly ok: true;
      /** Unix milliseconds, where a signature covers it. */
      readonly timestamp: number | undefined;
      /** What was signed; undefined when nothing is, or all of the body and no more. */
      readonly signed: Pieces | undefined;
      /** The delivery's id, where a signature covers it. */
      readonly id?: string | undefined;
    }
  | {
      readonly ok: false;
      readonly reason: Refusal;
      /** For a misconfiguration, what to do about it. */
      readonly advice?: string | undefined;
    };

/** Gets a key by its URL or its id (`kid`): a PEM text or a JSON Web Key, `undefined` when there is none. */
export type KeyFetcher = (urlOrKeyId: string) => MaybePromise<string | Readonly<Record<string, unknown>> | undefined>;

/** What a delivery is checked against, besides the keys. */
export interface Surroundings {
  /** Unix milliseconds. */
  readonly now: number;
  /** Seconds, in both directions; the scheme's own when undefined. */
  readonly tolerance: number | undefined;
  /** Origin, and perhaps a path prefix, under which the provider sees this server. */
  readonly publicUrl: string | undefined;
  /**
   * Whether an absolute URL of the request is the one that was called, or the one that a proxy forwarded: a server makes it of the `Host`
   * header, which is the sender's to write.
   */
  readonly trustUrl: boolean | "forwarded";
  /** Values of the provider's that are no secrets: `webhookId`. */
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly fetchKey: KeyFetcher | undefined;
}

/** One delivery under examination. */
export interface Check extends Surroundings {
  readonly delivery: Delivery;
  /** The body as data, parsed once; undefined when it is malformed. Not yet verified: read only what is signed. */
  readonly payload: () => unknown;
}

/** A way of signing. Made by a function such as `hmac()`, one per spec. */
export interface Scheme<Key = unknown> {
  readonly scheme: string;
  /** False only for `unsigned()`. */
  readonly signed: boolean;
  /** Whether it needs no secret: nothing is signed, or keys are fetched. */
  readonly keyless: boolean;
  /** Turns a secret's text into a key; undefined when it cannot be one (blank, wrong encoding, wrong length). */
  toKey(secret: string): Key | undefined;
  /** Checks a delivery against each key. Never throws for anything a sender may write. */
  verify(check: Check, keys: readonly Key[]): MaybePromise<Verdict>;
}

/** The accepting verdict of a scheme that signs neither a time nor a part of the request. */
export const ACCEPTED: Verdict = { ok: true, timestamp: undefined, signed: undefined };

/** A refusing verdict. No Error object: building a stack costs more than checking a signature. */
export function refused(reason: Refusal, advice?: string): Verdict {
  return { ok: false, reason, advice };
}
