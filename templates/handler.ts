import { code } from "../src/emit/code.js";
import type { FileContext } from "../src/emit/file-context.js";
import { jsDoc } from "../src/js-doc.js";
import { toComment, toLiteral } from "../src/encode.js";
import type { ActionModel, EventModel, ProviderModel, WebhookModel } from "../src/model/handler-model.js";
import { eventTypes } from "./event-types.js";
import { fileHeader } from "./file-header.js";
import { handlerImports } from "./handler-imports.js";
import { handlerSpec } from "./handler-spec.js";

/** `handler.ts`, and the file of each named webhook: the event types and the class to extend. */
export function handlerFile(provider: ProviderModel, webhook: WebhookModel, context: FileContext): string {
  const hasValidators = provider.validators.length > 0;
  return code`
    ${fileHeader(provider, webhook.command, context)}

    ${handlerImports(webhook, context, hasValidators)}

    ${eventTypes(webhook)}

    ${classDoc(provider, webhook)}
    export abstract class ${webhook.className} extends WebhookHandler<${webhook.unionName}> {
      ${handlerSpec(webhook, hasValidators)}

      ${webhook.events.map(eventMethods).join("\n\n")}
    }
  `;
}

function classDoc(provider: ProviderModel, webhook: WebhookModel): string {
  const paths = webhook.paths.map((path) => `\`${toComment(path)}\``).join(", ");
  const key = webhook.secretEnv === undefined ? "the provider's own key" : `\`${webhook.secretEnv}\``;
  const proof = webhook.verified ? proofOf(webhook, key) : "NOT VERIFIED: anyone can send to it";
  const order = [...specificExample(webhook), "`onEvent`"].join(", else ");
  return jsDoc(
    [
      `Handles ${toComment(provider.name)} webhooks sent to ${paths}, ${proof}.`,
      ...neededOptions(webhook),
      `Extend it and write a method for each event you want. One method runs per event, the most specific you wrote: ${order}.`,
    ],
    webhook.docs === undefined ? [] : [`@see ${toComment(webhook.docs)}`],
  );
}

function proofOf({ spec }: WebhookModel, key: string): string {
  const verify = spec.get("verify");
  const scheme = typeof verify === "object" && "call" in verify ? verify.call : "";
  return scheme === "token" || scheme === "basic" ? `proved by ${key}, which is sent along: nothing of them is signed` : `signed with ${key}`;
}

/** What it does not run without, besides the secret. */
function neededOptions({ needs }: WebhookModel): readonly string[] {
  const params = [...needs.params].map(([key, env]) => `\`params.${toComment(key)}\`, or \`${env}\` in the environment`);
  const options = [
    ...params,
    ...(needs.fetchKey ? ["`fetchKey`, which gets the provider's public key by its id"] : []),
    ...(needs.publicUrl ? ["`publicUrl` (or `trustProxy`), as the URL is signed that the provider calls"] : []),
  ];
  return options.length === 0 ? [] : [`It needs ${options.length === 1 ? "the option" : "the options"} ${options.join("; ")}.`];
}

function specificExample(webhook: WebhookModel): readonly string[] {
  const example = webhook.events.find(({ actions }) => actions.length > 0) ?? webhook.events[0];
  if (example === undefined) return [];
  return [...example.actions.slice(0, 1), example].map(({ method }) => `\`${method}\``);
}

function eventMethods(event: EventModel): string {
  const says = event.description === undefined ? "" : `: ${lowerFirst(toComment(event.description))}`;
  return code`
    ${jsDoc([`${name(event.event)}${says}`], event.docs === undefined ? [] : [`@see ${toComment(event.docs)}`], 2)}
    ${event.method}?(event: ${event.typeName}): WebhookResult;
    ${event.actions.map((action) => actionMethod(event, action))}
  `;
}

function actionMethod(event: EventModel, action: ActionModel): string {
  return code`

    ${jsDoc([`${name(event.event)} with the action ${name(action.action)}.`], [], 2)}
    ${action.method}?(event: ${action.typeName}): WebhookResult;
  `;
}

function name(wire: string): string {
  // Quoted like the string it is, where a backtick or a blank would make it unreadable.
  return `\`${toComment(/^[\w.:/-]+$/.test(wire) ? wire : toLiteral(wire)).replaceAll("`", "'")}\``;
}

/** A name at the beginning keeps its capital. */
function lowerFirst(sentence: string): string {
  return /^(?:An?|The|Some\w*|Something|One|Your|Another|This|It|Everyone|Nobody) /.test(sentence) ? sentence[0]?.toLowerCase() + sentence.slice(1) : sentence;
}
