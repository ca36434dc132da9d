import { packageVersion } from "../package-version.js";
import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";
import { installedPackage, readManifest } from "./installed-package.js";
import { listsRuntime } from "./lists-runtime.js";

const NAME = "@smart-webhooks/runtime";

/** The runtime is installed, in the version that the handlers were generated for, and goes to production. */
export async function checkRuntime({ cwd }: DoctorProject): Promise<readonly Finding[]> {
  const version = (await installedPackage(NAME, cwd))?.["version"];
  const wanted = packageVersion();
  const install = `Run: npm install ${NAME}@${wanted}`;
  if (typeof version !== "string") return [problem("runtime-missing", `${NAME} is not installed: generated handlers import it.`, install)];
  if (minorOf(version) !== minorOf(wanted)) return [problem("runtime-version", `${NAME} is ${version}, and this command generates for ${wanted}.`, install)];
  const own = await readManifest(cwd);
  // This command brings it along, but is no part of what goes to production.
  if (own && !listsRuntime(own)) return [problem("runtime-not-listed", `${NAME} is installed, but package.json does not list it under "dependencies": production would not have it.`, install)];
  return [ok("runtime-installed", `${NAME} ${version} is installed.`)];
}

function minorOf(version: string): string {
  return version.split(".").slice(0, 2).join(".");
}
