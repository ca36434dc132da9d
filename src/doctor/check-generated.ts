import { GenerateError } from "../errors.js";
import { sealState } from "../write/seal.js";
import { shownPath } from "../write/shown-path.js";
import type { FileChange } from "../write/write-plan.js";
import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";

/** Generated files are what would be generated now, and nobody edited them. */
export async function checkGenerated(project: DoctorProject): Promise<readonly Finding[]> {
  const { cwd, output, generated } = project;
  const providers = [...new Set(generated.map(({ provider }) => provider))];
  if (providers.length === 0) {
    return [problem("nothing-generated", `No handler was generated in ${shownPath(cwd, output)}.`, "Run: npx smart-webhooks generate <provider>, or say with --output where the files are.")];
  }
  const findings: Finding[] = [];
  for (const provider of providers) findings.push(...(await checkProvider(provider, project)));
  return findings;
}

async function checkProvider(provider: string, { plan }: DoctorProject): Promise<readonly Finding[]> {
  try {
    const wrong = (await plan(provider)).filter(({ change }) => change !== "unchanged");
    return wrong.length === 0 ? [ok("generated-current", `The generated files of ${provider} are current.`)] : wrong.map((change) => stale(provider, change));
  } catch (error) {
    if (!(error instanceof GenerateError)) throw error;
    // Their prettier is code of the project: it runs where the command line says so.
    if (error.problems.some(({ code }) => code === "format-unsaid")) return [ok("generated-unchecked", `The files of ${provider} were made with --format. Check them with: npx smart-webhooks generate ${provider} --check --format`)];
    const errors = error.problems.filter(({ severity }) => severity === "error");
    return errors.map(({ code, message, hint = `Run: npx smart-webhooks generate ${provider}`, at }) => problem(code, message, hint, at));
  }
}

function stale(provider: string, { path, before, change }: FileChange): Finding {
  if (change === "changed" && sealState(before) === "edited") {
    return problem("generated-file-edited", `${path} was edited after it was generated.`, `Move your changes into a subclass, then run: npx smart-webhooks generate ${provider} --force`, { file: path });
  }
  const what = { created: "is missing", changed: "is not what would be generated now", removed: "is not generated any more", unchanged: "" }[change];
  return problem("generated-file-stale", `${path} ${what}.`, `Run: npx smart-webhooks generate ${provider}`, { file: path });
}
