import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileChange } from "./write-plan.js";

// Beyond this the search takes too long, and nobody reads the result.
const maxEditLength = 2000;

/** The change as a unified diff that `git apply` understands; empty when nothing changes. */
export function diffOf({ change, path, before, after }: FileChange): string {
  if (change === "unchanged") return "";
  const from = change === "created" ? "/dev/null" : `a/${path}`;
  const to = change === "removed" ? "/dev/null" : `b/${path}`;
  const options = { headerOptions: FILE_HEADERS_ONLY, context: 3 };
  if (change !== "changed") return createTwoFilesPatch(from, to, before, after, undefined, undefined, options);
  const patch = createTwoFilesPatch(from, to, before, after, undefined, undefined, { ...options, maxEditLength });
  return patch ?? `--- ${from}\n+++ ${to}\n(too many changed lines to show)\n`;
}
