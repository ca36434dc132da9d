import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProviderConfig } from "../../src/config/provider-config.js";
import { examplesOf } from "./payload-examples.js";

/** The columns of the table of payloads. */
export const PAYLOAD_COLUMNS = ["Provider", "Where the types come from", "Licence", "Events described", "Types", "Examples that fit"];

interface Source {
  readonly package?: string;
  readonly version?: string;
  readonly kind?: string;
  readonly licence?: string;
  readonly apiVersion?: string;
  readonly counts: { readonly events: number; readonly actions: number; readonly definitions: number };
}

/** A provider's row; none where its payloads are not described. */
export function payloadRow(schemas: string, { provider, name, webhooks }: ProviderConfig): readonly string[] | undefined {
  const file = join(schemas, provider, "SOURCE.json");
  if (!existsSync(file)) return undefined;
  const source = JSON.parse(readFileSync(file, "utf8")) as Source;
  const listed = new Set(webhooks.flatMap(({ events }) => events.map((event) => event.name))).size;
  const { events, actions, definitions } = source.counts;
  return [name, origin(source), source.licence ?? "ours", `${events} of ${listed}${actions === 0 ? "" : `, ${actions} actions`}`, String(definitions), examplesOf(schemas, provider)];
}

function origin({ package: name, version, apiVersion }: Source): string {
  const from = name === undefined ? "written by hand, from its documentation" : `\`${name}\` ${version}`;
  return apiVersion === undefined ? from : `${from}, API ${apiVersion}`;
}
