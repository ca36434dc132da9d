import type { WebhookSpec } from "@smart-webhooks/runtime";
import { envSecret } from "../env-secret.js";
import { GenerateError } from "../errors.js";
import { type LoadedProvider, loadProvider } from "../load-provider.js";
import type { DoctorProject } from "./doctor-project.js";
import { type Finding, ok, problem } from "./finding.js";

/** Secrets are set, and of the form that the provider gives. No value is ever shown. */
export async function checkSecrets(project: DoctorProject): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const loaded = new Map<string, LoadedProvider | undefined>();
  for (const { provider, webhook } of project.generated) {
    if (!loaded.has(provider)) loaded.set(provider, await specsOf(provider, project));
    const spec = loaded.get(provider)?.webhooks[webhook]?.spec;
    if (spec !== undefined) findings.push(...checkWebhook(spec, project));
  }
  // Webhooks of one provider share their secret.
  return [...new Map(findings.map((finding) => [finding.message, finding])).values()];
}

/** Of a provider that cannot be read, the check of generated files tells. */
async function specsOf(provider: string, { cwd, providersDir }: DoctorProject): Promise<LoadedProvider | undefined> {
  try {
    return await loadProvider(provider, { cwd, providersDir });
  } catch (error) {
    if (error instanceof GenerateError) return undefined;
    throw error;
  }
}

function checkWebhook(spec: WebhookSpec, project: DoctorProject): readonly Finding[] {
  const settings = Object.values(spec.params ?? {}).flatMap((name) => isSet(name, project) ? [] : [missing(PARAMETER, name, spec, project)]);
  const { secretEnv: name } = spec;
  if (spec.verify.keyless || name === undefined) return [...settings, ok("secret-not-needed", `${spec.provider} needs no secret of yours.`)];
  const previous = `${name}_PREVIOUS`;
  // Blank means that there is none: after a rotation it is left so.
  const old = isSet(previous, project) ? [checkSecret(previous, spec, project)] : [];
  return [...settings, checkSecret(name, spec, project), ...old];
}

function checkSecret(name: string, spec: WebhookSpec, project: DoctorProject): Finding {
  const secret = project.env[name];
  if (secret === undefined) return missing(SECRET, name, spec, project);
  return wrongWith(name, secret, spec) ?? ok("secret-usable", `${name} is set, and signatures of ${spec.provider} can be checked with it.`);
}

function wrongWith(name: string, secret: string, { provider, verify }: WebhookSpec): Finding | undefined {
  const text = envSecret(secret);
  if (text === undefined) return problem("secret-missing", `${name} is set, but blank.`, `Set it to the signing secret that ${provider} shows you.`);
  if (text !== text.trim()) return problem("secret-has-white-space", `${name} begins or ends with white space, which is part of the value.`, "Take it away where the variable is set.");
  if (/^(["'`])[^]*\1$/.test(text)) return problem("secret-has-quotes", `${name} stands in quotes, which are part of the value.`, "Take them away where the variable is set: not every reader of such files does.");
  if (PLACEHOLDER.test(text)) return problem("secret-placeholder", `${name} holds a placeholder, not a secret.`, `Set it to the signing secret that ${provider} shows you.`);
  if (verify.toKey(text) === undefined) return problem("secret-unusable", `${name} cannot be a secret of ${provider}: with it, every request is answered 503.`, `Copy the whole signing secret from ${provider} again, its prefix too.`);
  return undefined;
}

const PLACEHOLDER = /^(?:whsec_)?(?:(?:please[-_ ])?(?:change|replace)[-_ ]?(?:me|this|it)|your?[-_ ].*|<.*>|\$\{.*\}|\.{3,}|…|x{3,}|\*{3,}|todo|tbd|secret|my[-_ ]?secret|placeholder|example|dummy|test)!?$/i;

function isSet(name: string, { env }: DoctorProject): boolean {
  return envSecret(env[name]) !== undefined;
}

/** A value that is not set; where a file has it that the process was not given, another finding. */
interface Unset {
  readonly nowhere: Pick<Finding, "code">;
  readonly onlyInFile: Pick<Finding, "code">;
}

const SECRET: Unset = { nowhere: { code: "secret-missing" }, onlyInFile: { code: "secret-only-in-file" } };
const PARAMETER: Unset = { nowhere: { code: "parameter-missing" }, onlyInFile: { code: "parameter-only-in-file" } };

function missing({ nowhere, onlyInFile }: Unset, name: string, { provider }: WebhookSpec, { unloaded }: DoctorProject): Finding {
  const file = unloaded.get(name);
  if (file === undefined) return problem(nowhere.code, `${name} is not set, and ${provider} needs it.`, `Set it to what ${provider} shows you.`);
  const message = `${name} stands in ${file}, but the process does not have it.`;
  return problem(onlyInFile.code, message, `Start the application with node --env-file=${file}. If it reads the file by itself, check with: npx smart-webhooks doctor --dotenv ${file}`, { file });
}
