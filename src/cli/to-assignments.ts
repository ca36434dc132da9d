import { InvalidArgumentError } from "commander";
import type { Assignment } from "../set-values.js";

/** The value of `--set`, which may be given again. Throws commander's error for what is no `path=value`. */
export function toAssignments(text: string, before: readonly Assignment[]): readonly Assignment[] {
  const at = text.indexOf("=");
  const path = text.slice(0, at);
  if (at === -1 || path.split(".").includes("")) throw new InvalidArgumentError("Write a dotted path, = and a value: commits.0.id=abc.");
  return [...before, { path, value: toValue(text.slice(at + 1)) }];
}

function toValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
