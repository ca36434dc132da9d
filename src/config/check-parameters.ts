import { closest } from "../closest.js";
import { contentPieces } from "../content-template.js";
import type { WebhookSettings } from "./keys.js";
import type { ProblemLog } from "./problem-log.js";
import { shown } from "./shown.js";

/** Whether every parameter that is named is one of `parameters`: at run time one that is not set asks for nothing, and a misspelt one must not get there. */
export function checkParameters({ signed_content: content, required_headers: required, handshakes, parameters }: WebhookSettings, log: ProblemLog): void {
  if (parameters !== undefined && parameters.value === undefined) return;
  const known = [...(parameters?.value?.keys() ?? [])];
  const shaken = (handshakes?.value ?? []).flatMap(({ expect, when }) => [expect?.parameter, ...when.map(({ listedIn }) => listedIn)]);
  const places = [
    ["signed_content", content?.mark, placeholders([content?.value ?? ""])],
    ["required_headers", required?.mark, placeholders([...(required?.value?.values() ?? [])])],
    ["handshakes", handshakes?.mark, shaken],
  ] as const;
  for (const [key, mark, names] of places) {
    const unknown = names.find((name) => name !== undefined && !known.includes(name));
    if (mark === undefined || unknown === undefined) continue;
    const near = closest(unknown, known);
    const hint = near === undefined ? "Add it to parameters, with the environment variable that holds its value." : `Did you mean ${near}?`;
    log.error(mark, { code: "unknown-parameter", message: `"${key}" has the parameter ${shown(unknown)}, which "parameters" does not have`, hint });
  }
}

function placeholders(texts: readonly string[]): readonly (string | undefined)[] {
  return texts.flatMap(contentPieces).map(({ placeholder, name }) => (placeholder === "parameter" ? name : undefined));
}
