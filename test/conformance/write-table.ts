import type { Platform } from "./platforms.js";
import type { SuiteResult } from "./suite.js";

const START = "<!-- conformance: written by npm run conformance -->";
const END = "<!-- /conformance -->";

/** What is said of a runtime: all of it passed. */
export type Passed = Pick<SuiteResult, "vectors" | "cases"> & { readonly platform: Pick<Platform, "name" | "version">; readonly requests: number };

/**
 * A page with the table of runtimes made anew between its markers.
 *
 * @throws Error for a page without them
 */
export function withTable(page: string, results: readonly Passed[]): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The page lacks ${START} … ${END}`);
  const rows = results.map(({ platform, vectors, cases, requests }) => `| ${platform.name} ${platform.version} | ${vectors} | ${cases} | ${requests} |`);
  const table = ["| runtime | signatures | deliveries | requests to its own server |", "|---|---|---|---|", ...rows].join("\n");
  return `${page.slice(0, start)}${START}\n${table}\n${page.slice(end)}`;
}
