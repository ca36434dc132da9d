import { rmSync } from "node:fs";
import { join } from "node:path";
import type { DoctorRequest } from "../../src/doctor/doctor-project.js";
import { examine } from "../../src/doctor/examine.js";
import type { Finding } from "../../src/doctor/finding.js";
import { handlerProject } from "../user-code/handler-project.js";

/** What `doctor` finds in a project with GitHub's handlers alone, and these files. */
export async function examineFiles(files: Readonly<Record<string, string>>, request: Partial<DoctorRequest> = {}): Promise<readonly Finding[]> {
  const cwd = handlerProject(files);
  rmSync(join(cwd, "webhooks/stripe"), { recursive: true });
  return examine({
    cwd,
    providersDir: join(cwd, "providers"),
    output: join(cwd, "webhooks"),
    env: { GITHUB_WEBHOOK_SECRET: "it's a secret to everybody" },
    nodeVersion: "20.19.0",
    now: Date.now(),
    plan: async () => [],
    ...request,
  });
}

/** The codes of what is wrong. */
export async function problemCodes(...of: Parameters<typeof examineFiles>): Promise<readonly string[]> {
  return (await examineFiles(...of)).flatMap(({ status, code }) => (status === "problem" ? [code] : []));
}
