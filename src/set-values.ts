import { GenerateError } from "./errors.js";
import { setPath } from "./set-path.js";

/** `--set path=value` */
export interface Assignment {
  /** As written: `commits.0.id`. */
  readonly path: string;
  readonly value: unknown;
}

/** A copy of a payload with other values in it. Throws a GenerateError for a path that leads nowhere. */
export function setValues(payload: unknown, assignments: readonly Assignment[]): unknown {
  return assignments.reduce(assign, payload);
}

function assign(payload: unknown, { path, value }: Assignment): unknown {
  // As JavaScript writes it: taken as a key, it would be set beside what was meant.
  const set = /[[\]]/.test(path) ? { unsettable: "has brackets: an item of a list is written commits.0.id" } : setPath(payload, path.split("."), value);
  if ("data" in set) return set.data;
  const message = `--set ${path} ${set.unsettable}`;
  throw new GenerateError([{ code: "unsettable-path", severity: "error", message, hint: "Run it without --set to see what there is" }]);
}
