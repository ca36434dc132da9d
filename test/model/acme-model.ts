import type { EventConfig, ProviderConfig, WebhookConfig } from "../../src/config/provider-config.js";
import { GenerateError, type Problem } from "../../src/errors.js";
import type { Flags, KeptFlags } from "../../src/flags.js";
import { buildModel } from "../../src/model/build-model.js";
import { chooseWebhooks } from "../../src/model/choose-webhooks.js";
import type { ProviderModel } from "../../src/model/handler-model.js";
import { toPascalCase } from "../../src/pascal-case.js";
import type { PayloadTypes } from "../../src/schema/payload-types.js";
import { readAcme, yamlWith } from "../config/read-yaml.js";

/** An event as a YAML lists it. */
export type Listed = string | Omit<EventConfig, "at">;

/** A provider to build a model of. */
export interface Acme {
  /** The class prefix; `Acme` unless given. */
  readonly name?: string;
  /** Events by webhook. */
  readonly webhooks: Readonly<Record<string, readonly Listed[]>>;
  /** The actions that schemas describe, by event; each has a payload. */
  readonly actions?: Readonly<Record<string, readonly string[]>>;
  readonly flags?: Flags;
  readonly kept?: KeptFlags;
}

// How it is signed does not matter here, and is not this file's to know.
const config = await readAcme(yamlWith());
const webhook = config.webhooks[0] as WebhookConfig;

/** Everything decided about the provider. Throws what the model room throws. */
export function acmeModel(acme: Acme): ProviderModel {
  const chosen = chooseWebhooks(acmeConfig(acme), acme.flags ?? {}, acme.kept);
  return buildModel(acmeConfig(acme), chosen, acmeTypes(acme));
}

/** Method and type of each event of the first webhook and of its actions, by event or `event action`. */
export function acmeNames(acme: Acme): Readonly<Record<string, string>> {
  const { events = [] } = acmeModel(acme).webhooks[0] ?? {};
  return Object.fromEntries(
    events.flatMap(({ event, method, typeName, actions }) => [
      [event, `${method} ${typeName}`] as const,
      ...actions.map((one) => [`${event} ${one.action}`, `${one.method} ${one.typeName}`] as const),
    ]),
  );
}

/** The problems of a provider that cannot be generated; none when it can. */
export function acmeProblems(acme: Acme): readonly Problem[] {
  try {
    acmeModel(acme);
    return [];
  } catch (error) {
    if (error instanceof GenerateError) return error.problems;
    throw error;
  }
}

/** The checked configuration; each event stands on a line of its own, from 1. */
function acmeConfig({ name = "Acme", webhooks }: Acme): ProviderConfig {
  const toEvent = (event: Listed, index: number): EventConfig => {
    const named = typeof event === "string" ? { name: event } : event;
    return { ...named, at: { file: config.source, line: index + 1, column: 1 } };
  };
  const entries = Object.entries(webhooks);
  return { ...config, name, webhooks: entries.map(([key, events]) => ({ ...webhook, name: key, paths: [`/${key}`], events: events.map(toEvent) })) };
}

function acmeTypes({ actions = {} }: Acme): PayloadTypes {
  const payloads = (event: string, names: readonly string[]) => names.map((action) => [action, `${toPascalCase(`${event} ${action}`)}Payload`] as const);
  const events = Object.entries(actions).map(([event, names]) => [event, { actions: new Map(payloads(event, names)) }] as const);
  return { events: new Map(events), declarations: new Map(), samples: new Map() };
}
