import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { WebhookHandler, WebhookHandlerOptions, WebhookResult, WebhookEvent, WebhookSpec } from "@smart-webhooks/runtime";
import { checkInert } from "../../src/emit/check-inert.js";
import { generate } from "../../src/generate.js";
import { packageRoot } from "../../src/package-root.js";

/** A webhook of a built-in provider, as its generated file has it. */
export interface GeneratedWebhook {
  readonly provider: string;
  readonly webhook: string;
  readonly spec: WebhookSpec;
  /** A handler whose methods these are. */
  define(methods: Readonly<Record<string, (event: WebhookEvent) => WebhookResult>>, options: WebhookHandlerOptions): WebhookHandler;
}

/** Every provider that has a folder. */
export const providers: readonly string[] = readdirSync(join(packageRoot(), "providers")).filter((name) =>
  existsSync(join(packageRoot(), "providers", name, "webhook.yaml")),
);

/** Writes everything that can be generated into a folder, which the caller removes. All of it is found to be inert: a run does not look again. */
export async function generateAll(): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "swh-providers-"));
  for (const provider of providers) {
    const { files } = await generate({ provider, cwd: folder, providersDir: join(folder, "none") });
    files.forEach(checkInert);
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }
  return folder;
}

/** Imports the generated classes of a provider from the folder they were written to. */
export async function importWebhooks(folder: string, provider: string): Promise<readonly GeneratedWebhook[]> {
  const found: GeneratedWebhook[] = [];
  for (const file of readdirSync(join(folder, provider))) {
    if (file === "payloads.ts") continue;
    const module = (await import(/* @vite-ignore */ join(folder, provider, file))) as Readonly<Record<string, Omit<GeneratedWebhook, "provider" | "webhook">>>;
    const [handler] = Object.values(module);
    if (handler === undefined) throw new Error(`${provider}/${file} exports no class`);
    const { spec } = handler;
    found.push({ provider, webhook: spec.webhook, spec, define: (methods, options) => handler.define(methods, options) });
  }
  return found;
}

/** Removes the folder. */
export function removeGenerated(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
