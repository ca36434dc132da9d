import type { ProviderConfig } from "../config/provider-config.js";
import { GenerateError, type Problem } from "../errors.js";
import { toPascalCase } from "../pascal-case.js";
import type { EventPayload, PayloadTypes } from "../schema/payload-types.js";
import { chooseActions } from "./choose-actions.js";
import { printCommand } from "../flags.js";
import type { ChosenEvent } from "./choose-events.js";
import type { ChosenWebhook } from "./choose-webhooks.js";
import { classNameProblems } from "./class-name-problems.js";
import { findCollisions } from "./collisions.js";
import type { EventModel, ProviderModel, WebhookModel } from "./handler-model.js";
import { nameAction, nameEvent, nameProblems } from "./name-event.js";
import { neededOptions } from "./needed-options.js";
import { toPayloadValidators } from "./payload-validators.js";
import { reachable } from "./reachable.js";
import { toSampleFunctions } from "./sample-functions.js";
import { toSpecEntries } from "./spec-entries.js";

/**
 * Decides everything the templates print. Pure: the same config and schemas give the same model.
 *
 * @throws GenerateError for events that would get one name, and for actions that do not exist
 */
export function buildModel(config: ProviderConfig, chosen: readonly ChosenWebhook[], types: PayloadTypes, version?: string): ProviderModel {
  const problems: Problem[] = [];
  const webhooks = chosen.map((webhook) => buildWebhook(config, webhook, types, problems));
  problems.push(...webhooks.flatMap((webhook, index) => findCollisions(webhook, chosen[index]?.config)));
  problems.push(...webhooks.flatMap(classNameProblems));
  if (problems.length > 0) throw new GenerateError(problems);
  const { provider, name, docs, source } = config;
  const declarations = reachable(types, webhooks);
  const { apiVersion } = types;
  return {
    provider,
    name,
    ...(docs !== undefined && { docs }),
    source,
    ...(version !== undefined && { version }),
    webhooks,
    declarations,
    samples: toSampleFunctions(types, webhooks, declarations),
    ...(config.isPackaged && declarations.every(({ isChecked }) => isChecked) && { isChecked: true }),
    ...(apiVersion !== undefined && { apiVersion }),
    validators: chosen.some(({ flags }) => flags.validators) ? toPayloadValidators(webhooks) : [],
  };
}

function buildWebhook(config: ProviderConfig, chosen: ChosenWebhook, types: PayloadTypes, problems: Problem[]): WebhookModel {
  const { name: webhook, paths, secretEnv, verification, docs } = chosen.config;
  const prefix = config.name + (webhook === "default" ? "" : toPascalCase(webhook));
  const ownName = `${prefix}Handler`;
  const { className = ownName } = chosen.flags;
  const events = chosen.events.map((event) => buildEvent(config.name, prefix, event, types.events.get(event.name), problems));
  return {
    provider: config.provider,
    webhook,
    file: webhook === "default" ? "handler" : webhook,
    command: printCommand(config.provider, { ...chosen.flags, className: className === ownName ? undefined : className }),
    isWritten: chosen.isWritten,
    className,
    unionName: `${prefix}Event`,
    ...((docs ?? config.docs) !== undefined && { docs: (docs ?? config.docs) as string }),
    paths,
    ...(secretEnv !== undefined && { secretEnv }),
    verified: verification.type !== "none",
    needs: neededOptions(chosen.config),
    spec: toSpecEntries(chosen.config, events),
    events,
  };
}

function buildEvent(
  provider: string,
  prefix: string,
  chosen: ChosenEvent,
  payload: EventPayload | undefined,
  problems: Problem[],
): EventModel {
  problems.push(...nameProblems(chosen));
  const names = nameEvent(provider, prefix, chosen);
  const actions = chooseActions(chosen, payload, problems).map(([action, type]) => ({ action, ...nameAction(provider, prefix, names, action), payload: type }));
  return {
    event: chosen.name,
    method: names.method,
    typeName: `${names.type}Event`,
    actions,
    ...(payload?.description !== undefined && { description: payload.description }),
    ...(payload?.docs !== undefined && { docs: payload.docs }),
    ...(payload?.payload !== undefined && { payload: payload.payload }),
  };
}
