import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import type { ProviderConfig } from "../../src/config/provider-config.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { GenerateError, type Problem } from "../../src/errors.js";

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** A temporary project with the given files. */
export async function project(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const cwd = await mkdtemp(join(tmpdir(), "swh-config-"));
  folders.push(cwd);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), content);
  }
  return cwd;
}

/** What `acme` is with this user's file and, maybe, a built-in one. */
export async function readAcme(user: string | Uint8Array | undefined, builtin?: string): Promise<ProviderConfig> {
  const cwd = await project({
    ...(user !== undefined && { "providers/acme/webhook.yaml": user }),
    ...(builtin !== undefined && { "package/providers/acme/webhook.yaml": builtin }),
  });
  return readProviderConfig("acme", { cwd, providersDir: "providers", builtinDir: "package/providers" });
}

/** The problems of a read that must fail. */
export async function problemsOf(read: Promise<unknown>): Promise<readonly Problem[]> {
  const outcome = await read.then(
    () => "the read passed",
    (error: unknown) => error,
  );
  if (outcome instanceof GenerateError) return outcome.problems;
  throw outcome;
}

/** A file whose default webhook has these lines and otherwise the usual ones; a key given as null is left out. */
export function yamlWith(changes: Readonly<Record<string, string | null>> = {}): string {
  const lines: Record<string, string | null> = {
    path: "/webhooks/acme",
    verify_signature: "true",
    signing_secret_env: "ACME_WEBHOOK_SECRET",
    verification_type: "hmac_sha256",
    signature_header: "X-Acme-Signature",
    event_header: "X-Acme-Event",
    events: "[push, pull_request]",
    ...changes,
  };
  const body = Object.entries(lines).flatMap(([key, value]) => (value === null ? [] : [`    ${key}: ${value}`]));
  return `webhooks:\n  default:\n${body.join("\n")}\n`;
}
