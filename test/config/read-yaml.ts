import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect } from "vitest";
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

/** What `acme` is with this user's file and, maybe, a built-in one, beside other built-in providers. */
export async function readAcme(
  user: string | Uint8Array | undefined,
  builtin?: string,
  others: Readonly<Record<string, string>> = {},
): Promise<ProviderConfig> {
  const cwd = await project({
    ...(user !== undefined && { "providers/acme/webhook.yaml": user }),
    ...(builtin !== undefined && { "package/providers/acme/webhook.yaml": builtin }),
    ...Object.fromEntries(Object.entries(others).map(([name, yaml]) => [`package/providers/${name}/webhook.yaml`, yaml])),
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

/** The codes of a read that must fail, once each of its problems says where it is and what to do about it. */
export async function refusalsOf(yaml: string, builtin?: string): Promise<readonly string[]> {
  const problems = await problemsOf(readAcme(yaml, builtin));
  for (const { code, message, hint, at, frame } of problems) {
    expect(code).toMatch(/^[a-z][a-z-]+$/);
    expect(message).toMatch(/^\P{Cc}{1,300}$/u);
    expect(hint, message).toMatch(/^\P{Cc}{1,2000}[.?]$/u);
    expect(at, message).toMatchObject({ file: expect.stringMatching(/webhook\.yaml$/), line: expect.any(Number), column: expect.any(Number) });
    expect(frame).toMatch(new RegExp(`^> +${at?.line} `, "m"));
  }
  return problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
}
