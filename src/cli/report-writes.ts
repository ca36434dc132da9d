import type { WritePlan } from "../write/write-plan.js";
import { countFiles } from "./count-files.js";
import type { Printer } from "./printer.js";

/** Prints what happened to each file, or would, then a summary and what to do next. */
export function reportWrites(
  { changes }: WritePlan,
  { output, isApplied, hasRuntime }: { readonly output: string; readonly isApplied: boolean; readonly hasRuntime: boolean },
  printer: Printer,
): void {
  for (const { change, path } of changes) printer.result(`${change}  ${path}`);
  const verbs = ["created", "changed", "removed", "unchanged"] as const;
  const counts = verbs.flatMap((verb) => {
    const count = changes.filter(({ change }) => change === verb).length;
    return count === 0 ? [] : `${countFiles(count)} ${verb}`;
  });
  printer.note(`${isApplied ? "Done" : "Nothing written"}: ${counts.join(", ")} in ${output}.`);
  const first = changes.find(({ change, path }) => change === "created" && !/\/(?:payloads|samples|validators)\.ts$/.test(path));
  if (first !== undefined && isApplied) {
    printer.note(`Next: ${hasRuntime ? "" : "npm install @smart-webhooks/runtime, then "}extend the class in ${first.path}.`);
  }
}
