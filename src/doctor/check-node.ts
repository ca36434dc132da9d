import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";

/** Node can load the runtime: from 20.19 on also with `require()`, though it is made of ES modules. */
export function checkNode({ nodeVersion }: DoctorProject): readonly Finding[] {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const isNew = major > 20 || (major === 20 && minor >= 19);
  if (isNew) return [ok("node-version", "Node is 20.19 or newer.")];
  return [problem("node-version", `Node is ${nodeVersion}, and the runtime needs 20.19 or newer.`, "Install the current release of Node.")];
}
