import { isPlainKey } from "../config/field-path.js";
import { WorkBudget } from "../schema/work-budget.js";
import type { OpenApiDocument } from "./openapi-document.js";
import type { DescribedWebhook } from "./openapi-webhooks.js";
import { singleTexts } from "./single-texts.js";

/** What a document's webhooks are called on the wire, and where a request tells it. */
export interface WebhookNames {
  /** Undefined where the document does not say it. */
  readonly source?: { readonly key: "event_field" | "event_header"; readonly place: string } | undefined;
  /** Each webhook's event, in their order. */
  readonly events: readonly string[];
}

/**
 * Finds where requests tell their event: a property of the body, else a header, that has one text in each webhook and
 * another one in every other. Without one the events are called what the document calls them.
 */
export function nameWebhooks(webhooks: readonly DescribedWebhook[], document: OpenApiDocument): WebhookNames {
  const budget = new WorkBudget(MOST_WORK);
  const fields = telling(webhooks.map(({ body }) => singleTexts(body, document, budget))).filter(([name]) => /^[\w$-]+$/.test(name) && isPlainKey(name));
  // One webhook alone has many constants: of those only the usual names can be the event's.
  const usual = USUAL.map((name) => fields.find(([one]) => one === name)).find((one) => one !== undefined);
  const field = usual ?? (webhooks.length > 1 ? fields.find(([name]) => name !== "action") : undefined);
  if (field) return { source: { key: "event_field", place: field[0] }, events: field[1] };
  const header = telling(webhooks.map(({ headers }) => headers)).find(([name]) => /event|topic|type/i.test(name));
  if (header) return { source: { key: "event_header", place: header[0] }, events: header[1] };
  return { events: webhooks.map(({ key }) => key) };
}

const USUAL = ["type", "event", "event_type", "eventType", "event_name", "eventName", "name", "topic", "kind"];

/** For all webhooks together: how many schemas are looked into. */
const MOST_WORK = 500_000;

/** The names under which every webhook has a text of its own, each with these texts. */
function telling(each: readonly ReadonlyMap<string, string | undefined>[]): readonly (readonly [name: string, texts: readonly string[]])[] {
  return [...(each[0]?.keys() ?? [])].flatMap((name) => {
    const texts = each.flatMap((one) => one.get(name) ?? []);
    return texts.length === each.length && new Set(texts).size === each.length ? [[name, texts] as const] : [];
  });
}
