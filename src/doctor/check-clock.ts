import { shownPath } from "../write/shown-path.js";
import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";

/** Milliseconds by which files may be ahead: another machine may have written them, and timestamps of requests are allowed as much. */
const TOLERANCE = 300_000;

/** The clock is not behind what was written already: nothing on the network is asked. */
export function checkClock({ now, files, cwd }: DoctorProject): readonly Finding[] {
  const [newest] = files.files.toSorted((one, other) => other.writtenAt - one.writtenAt);
  if (newest === undefined || newest.writtenAt <= now + TOLERANCE) return [ok("clock-sane", "The clock is not behind the newest source file; no time server was asked.")];
  const message = `The clock says ${new Date(now).toISOString()}, but ${shownPath(cwd, newest.path)} was written later: signatures with a timestamp would fail.`;
  return [problem("clock-behind", message, "Set the clock, by a time server if you can.", { file: shownPath(cwd, newest.path) })];
}
