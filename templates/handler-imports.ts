import { code } from "../src/emit/code.js";
import type { FileContext } from "../src/emit/file-context.js";
import { toList } from "../src/emit/layout.js";
import { runtimeNames } from "../src/emit/runtime-names.js";
import type { WebhookModel } from "../src/model/handler-model.js";

/** What a handler file needs from the runtime and from the payloads. */
export function handlerImports(webhook: WebhookModel, { importEnding }: FileContext, hasValidators: boolean): string {
  const verify = [...new Set([...webhook.spec.values()].flatMap(runtimeNames))].toSorted();
  const payloads = webhook.events.flatMap(({ payload, actions }) =>
    actions.length === 0 ? [payload] : actions.map((action) => action.payload),
  );
  const named = [...new Set(payloads.filter((payload) => payload !== undefined))].toSorted();
  return code`
    import { WebhookHandler, type WebhookEvent, type WebhookResult, type WebhookSpec } from "@smart-webhooks/runtime";
    import ${toList("import ", "{", verify, "} from", true)} "@smart-webhooks/runtime/verify";
    ${named.length > 0 ? `import type ${toList("import type ".padEnd(30), "{", named, "}", true)} from "./payloads${importEnding}";` : undefined}
    ${hasValidators ? `import { validators } from "./validators${importEnding}";` : undefined}
  `;
}
