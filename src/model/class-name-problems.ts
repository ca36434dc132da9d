import type { Problem } from "../errors.js";
import { GLOBAL_NAMES } from "../global-names.js";
import type { WebhookModel } from "./handler-model.js";

/** What a generated handler file imports besides its class and events, and what stands for something else everywhere. */
const TAKEN: ReadonlySet<string> = new Set(["WebhookHandler", "WebhookEvent", "WebhookResult", "WebhookSpec", "NaN", "Infinity", ...GLOBAL_NAMES]);

/** Why a class cannot bear the name that `--class-name` gave it. */
export function classNameProblems({ className, unionName, events }: WebhookModel): readonly Problem[] {
  const isName = /^[A-Z][A-Za-z0-9_]{0,127}$/.test(className);
  const types = events.flatMap((event) => [event, ...event.actions]).flatMap(({ typeName, payload }) => [typeName, payload]);
  const isFree = !TAKEN.has(className) && className !== unionName && !types.includes(className);
  if (isName && isFree) return [];
  return [
    {
      code: "invalid-class-name",
      severity: "error",
      message: isName ? `The class cannot be called ${className}: its file has that name already` : "That is no name for a class",
      hint: "Give --class-name an upper-case letter, then letters and digits, such as GitHubHandler",
    },
  ];
}
