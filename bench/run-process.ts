import { spawnSync } from "node:child_process";
import { packageRoot } from "../src/package-root.js";

/** A command line of node's, without `node`. */
export interface NodeProcess {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** What has to be done before each run, and is not measured. */
  readonly before?: () => void;
}

// bash knows the milliseconds of its children: node cannot ask for them, and a process that reports about itself leaves out its end.
const SCRIPT = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null 2>/dev/null';

/** Runs a process to its end, and answers the microseconds of CPU that it took. Throws an Error when it fails. */
export function runProcess({ name, args, cwd = packageRoot(), before }: NodeProcess): number {
  before?.();
  const { status, stderr } = spawnSync("bash", ["-c", SCRIPT, "bash", process.execPath, ...args], { cwd, encoding: "utf8", env: { ...process.env, LC_ALL: "C", NO_COLOR: "1", CI: "1" } });
  if (status !== 0) throw new Error(`${name} ended with ${status}`);
  return stderr.trim().split(" ").reduce((total, seconds) => total + Number(seconds) * 1e6, 0);
}
