import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { loadProvider } from "../../../src/load-provider.js";
import type { Receiver } from "./create-receiver.js";

/** The six receivers. */
export const listed = JSON.parse(readFileSync(new URL("../../fixtures/http-receivers.json", import.meta.url), "utf8")) as Readonly<Record<string, Receiver>>;

/** A sender of Standard Webhooks that no built-in provider describes. */
const ACME = `
webhooks:
  default:
    verification_type: standard_webhooks
    event_field: type
    delivery_id_header: webhook-id
    events: [user.created, invoice.paid]
`;

/** Runs something in a project that describes all six receivers; given their names, and those of their providers. */
export async function withReceivers<T>(run: (cwd: string, names: readonly (readonly [receiver: string, provider: string])[]) => Promise<T>): Promise<T> {
  const cwd = mkdtempSync(join(tmpdir(), "swh-receivers-"));
  try {
    mkdirSync(join(cwd, "providers/acme"), { recursive: true });
    writeFileSync(join(cwd, "providers/acme/webhook.yaml"), ACME);
    const names = Object.keys(listed).filter((name) => name !== "note");
    return await run(cwd, names.map((name) => [name, name === "standard" ? "acme" : name] as const));
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

/** Loads the specs of all six receivers, from YAML. */
export function loadReceivers(): Promise<ReadonlyMap<string, readonly WebhookSpec[]>> {
  return withReceivers(async (cwd, names) => {
    const loaded = await Promise.all(names.map(([, provider]) => loadProvider(provider, { cwd })));
    return new Map(names.map(([name], index) => [name, Object.values(loaded[index]?.webhooks ?? {}).map(({ spec }) => spec)]));
  });
}
