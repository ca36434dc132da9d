import type { CauseCode } from "./cause-code.js";

/** What is known of a captured request: for people to read and for programs. No text in it holds a secret. */
export interface Explanation {
  /** Whether a handler would take the request. */
  readonly accepted: boolean;
  /** Whether the signature is right, be the request too old or not. */
  readonly signature: "right" | "wrong" | "not needed";
  /** The runtime's own word for the refusal. */
  readonly reason?: string;
  /** Why it is refused: one cause, and one thing to do. */
  readonly cause?: Cause;
  /** How it was verified, in order. */
  readonly steps: readonly Step[];
}

/** Why a request is refused. */
export interface Cause {
  readonly code: CauseCode;
  /** What is wrong, in one or two sentences. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
  /** Whether it is proved: the runtime takes the request with this one thing changed, or says so itself. Else it is the likeliest. */
  readonly certain: boolean;
}

/** One step of the verification. */
export interface Step {
  readonly name: "signature" | "secret" | "signed content" | "expected" | "received" | "time";
  readonly text: string;
  /** Undefined where there is nothing to judge. */
  readonly ok?: boolean;
}
