import type { Position } from "../errors.js";

/** What a check found: that all is well, or what is wrong and what to do about it. */
export interface Finding {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly status: "ok" | "problem";
  /** One sentence, without a secret in it. */
  readonly message: string;
  /** What to do. */
  readonly hint?: string;
  readonly at?: Position;
}

/** A finding that all is well, by a name of its own: it is no error, and has no page in docs/errors. */
export function ok(name: string, message: string): Finding {
  return { code: name, status: "ok", message };
}

/** A finding that something is wrong. */
export function problem(code: string, message: string, hint: string, at?: Position): Finding {
  return { code, status: "problem", message, hint, ...(at && { at }) };
}
