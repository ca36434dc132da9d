import { diffOf } from "../write/diff.js";
import type { WritePlan } from "../write/write-plan.js";
import { countFiles } from "./count-files.js";
import type { Printer } from "./printer.js";

/** Prints the diff of every stale file and answers the exit code: 1 when there is one, else 0. */
export function reportCheck(plan: WritePlan, printer: Printer): 0 | 1 {
  const stale = plan.changes.filter(({ change }) => change !== "unchanged");
  if (stale.length === 0) {
    printer.note(`Up to date: ${countFiles(plan.changes.length)}.`);
    return 0;
  }
  for (const change of stale) printer.result(diffOf(change).trimEnd());
  printer.note(`Stale: ${countFiles(stale.length)}. Run the same command without --check.`);
  return 1;
}
