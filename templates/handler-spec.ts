import { code } from "../src/emit/code.js";
import { toList } from "../src/emit/layout.js";
import { toKey, toLiteral } from "../src/encode.js";
import { printValue } from "../src/emit/print-value.js";
import { INHERITED_NAMES } from "../src/inherited-names.js";
import type { EventModel, WebhookModel } from "../src/model/handler-model.js";

/** What the runtime knows of the webhook: where it stands, how it is signed, which method takes which event. */
export function handlerSpec(webhook: WebhookModel, hasValidators: boolean): string {
  return code`
    static readonly spec: WebhookSpec<${webhook.className}> = {
      ${identity(webhook).map((entry) => `${entry},`)}
      ${webhook.verified ? undefined : "// verify_signature is false: anyone can send to this webhook."}
      ${printed(webhook).map((entry) => `${entry},`)}
      ${hasValidators ? "validators," : undefined}
      routes: {
        ${webhook.events.map((event) => `${route(event)},`)}
      },
    };
  `;
}

function identity({ provider, webhook, paths, secretEnv }: WebhookModel): readonly string[] {
  const path = paths.length === 1 ? (paths[0] as string) : paths;
  return [
    `provider: ${toLiteral(provider)}`,
    `webhook: ${toLiteral(webhook)}`,
    `path: ${printValue(path, "    path: ")}`,
    ...(secretEnv !== undefined ? [`secretEnv: ${toLiteral(secretEnv)}`] : []),
  ];
}

function printed({ spec }: WebhookModel): readonly string[] {
  return [...spec].map(([key, value]) => `${key}: ${printValue(value, `    ${key}: `)}`);
}

function route({ event, method, actions }: EventModel): string {
  if (actions.length === 0) return routeEntry(event, toLiteral(method));
  const pairs = actions.map((action) => routeEntry(action.action, toLiteral(action.method)));
  const line = routeEntry(event, `{ method: ${toLiteral(method)}, actions: { ${pairs.join(", ")} } }`);
  if ("      ".length + line.length < 100) return line;
  const nested = code`
    {
      method: ${toLiteral(method)},
      actions: ${toList("        actions: ", "{", pairs, "}", true)},
    }
  `;
  return routeEntry(event, nested);
}

/** Under an inherited name TypeScript looks at that member's type, and widens a literal. */
function routeEntry(key: string, value: string): string {
  return `${toKey(key)}: ${value}${INHERITED_NAMES.has(key) ? " as const" : ""}`;
}
