import type { WebhookSpec } from "@smart-webhooks/runtime";
import { listProviders } from "../config/list-providers.js";
import { GenerateError } from "../errors.js";
import type { Case, CapturedRequest } from "../explain/case.js";
import { explain } from "../explain/explain.js";
import { parseHeaders } from "../explain/parse-headers.js";
import { findWebhook } from "../find-webhook.js";
import { readInputBytes } from "../import/input-bytes.js";
import { readInputFile } from "../import/input-file.js";
import { joinHeaders } from "../join-headers.js";
import { type LoadedProvider, loadProvider } from "../load-provider.js";
import type { ExplainOptions } from "./explain-command.js";
import { readSecrets } from "./read-secrets.js";
import { reportExplanation } from "./report-explanation.js";
import type { CommandInput } from "./to-action.js";
import type { Where } from "./where.js";

type Env = Readonly<Record<string, string | undefined>>;

/** Runs `explain`. Answers 0 when the request would be taken, else 1. Throws a GenerateError when there is nothing to explain, or no secret. */
export async function runExplain({ arguments: [provider = ""], options, where, printer }: CommandInput<ExplainOptions>, env: Env): Promise<number> {
  const loaded = await loadProvider(provider, where);
  const captured = await readRequest(options, where);
  const path = (captured.url ?? "").replace(/^https?:\/\/[^/?#]*/i, "").replace(/[?#].*$/s, "");
  const spec = findWebhook(provider, loaded, { webhook: options.webhook, path });
  const request: CapturedRequest = { ...captured, url: captured.url ?? ([spec.path].flat()[0] as string) };
  const given: Case = { ...(await withSecrets(spec, loaded, options, where.cwd, env)), spec, request, now: options.now ?? Date.now(), publicUrl: options.publicUrl };
  const explanation = await explain(given, () => otherSpecs(provider, where));
  if (explanation.cause?.code === "secret-missing") {
    const { code, message, fix } = explanation.cause;
    throw new GenerateError([{ code, severity: "error", message, hint: `${fix} It is read from the environment, else from a .env file; --secret-env names another variable.` }]);
  }
  return reportExplanation(explanation, spec, printer);
}

async function readRequest({ headers: file, body, url, method }: ExplainOptions, { cwd }: Where): Promise<Omit<CapturedRequest, "url"> & { readonly url: string | undefined }> {
  const { text, shown } = await readInputFile(file, cwd);
  const head = parseHeaders(text, shown);
  const verb = (method ?? head.method ?? "POST").toUpperCase();
  if (body === undefined && verb === "POST") {
    throw new GenerateError([{ code: "missing-option", severity: "error", message: "The signature is over the body, and there is none.", hint: "Give the file with its exact bytes: --body FILE." }]);
  }
  const bytes = body === undefined ? new Uint8Array() : (await readInputBytes(body, cwd)).bytes;
  return { method: verb, url: url ?? head.url, headers: joinHeaders(head.headers), body: bytes };
}

async function withSecrets(spec: WebhookSpec, { webhooks }: LoadedProvider, { secretEnv }: ExplainOptions, cwd: string, env: Env): Promise<Pick<Case, "spec" | "secrets" | "otherSecrets" | "siblings" | "params">> {
  const siblings = Object.values(webhooks).map((one) => one.spec);
  const variable = secretEnv ?? spec.secretEnv;
  const { own, others, valueOf } = await readSecrets(variable, { cwd, env, likely: siblings.flatMap((one) => one.secretEnv ?? []) });
  const params = Object.fromEntries(Object.entries(spec.params ?? {}).map(([name, from]) => [name, valueOf(from)]));
  return { spec: variable === undefined ? spec : { ...spec, secretEnv: variable }, secrets: spec.verify.keyless ? [] : own, otherSecrets: others, siblings, params };
}

/** The specs of all other providers. One that is described wrongly is of no concern here. */
async function otherSpecs(provider: string, where: Where): Promise<readonly WebhookSpec[]> {
  const names = (await listProviders(where)).filter((name) => name !== provider);
  const loaded = await Promise.allSettled(names.map((name) => loadProvider(name, where)));
  return loaded.flatMap((one) => (one.status === "fulfilled" ? Object.values(one.value.webhooks).map(({ spec }) => spec) : []));
}
