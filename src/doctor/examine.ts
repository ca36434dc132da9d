import { checkBodyParser } from "./check-body-parser.js";
import { checkClock } from "./check-clock.js";
import { checkGenerated } from "./check-generated.js";
import { checkMethods } from "./check-methods.js";
import { checkNode } from "./check-node.js";
import { checkRuntime } from "./check-runtime.js";
import { checkSecrets } from "./check-secrets.js";
import { checkTsconfig } from "./check-tsconfig.js";
import type { Check, DoctorRequest } from "./doctor-project.js";
import { type Finding, problem } from "./finding.js";
import { loadProject } from "./load-project.js";

const CHECKS: readonly Check[] = [checkGenerated, checkSecrets, checkMethods, checkBodyParser, checkRuntime, checkNode, checkTsconfig, checkClock];

/** Looks a project over: what is well and what is not, check by check. Throws a GenerateError when the file of variables cannot be read. */
export async function examine(request: DoctorRequest): Promise<readonly Finding[]> {
  const project = await loadProject(request);
  const findings: Finding[] = [];
  for (const check of CHECKS) findings.push(...(await check(project)));
  const { files, isCut } = project.files;
  return isCut ? [...findings, problem("too-many-files", `Only the first ${files.length} source files were looked at.`, "Run it in the folder of one application, with --cwd.")] : findings;
}
