import type { Change } from "../diff/change.js";
import type { Printer } from "./printer.js";

/** Prints a line for each change and answers the exit code: 1 when one is breaking, else 0. */
export function reportDiff(changes: readonly Change[], { providers, edited }: Compared, printer: Printer): 0 | 1 {
  for (const change of changes) printer.result(lineOf(change));
  const breaking = changes.filter((change) => change.breaking).length;
  const names = providers.join(", ");
  if (changes.length === 0) printer.note(`No change: ${names}.`);
  else printer.note(`${changes.length} ${changes.length === 1 ? "change" : "changes"}, ${breaking} breaking: ${names}. Take them over with: smart-webhooks generate${edited.length > 0 ? " --force" : ""}`);
  if (edited.length > 0) printer.note(`Edited by hand, which --force undoes: ${edited.join(", ")}.`);
  return breaking > 0 ? 1 : 0;
}

/** Whose files were compared. */
interface Compared {
  readonly providers: readonly string[];
  /** Files that were edited by hand. */
  readonly edited: readonly string[];
}

function lineOf({ change, kind, name, file, from, to, breaking }: Change): string {
  const values = from === undefined || to === undefined ? "" : `: ${shortened(from)} → ${shortened(to)}`;
  return `${breaking ? "breaking  " : ""}${change} ${kind} ${name}${values}  (${file})`;
}

/** Characters of a type that a line can show. */
const LONGEST = 80;

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
