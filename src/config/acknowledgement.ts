import { hasOnly } from "./has-only.js";
import { integerBetween, textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { withoutSecret } from "./without-secret.js";
import { wrongType } from "./wrong-type.js";

/** The answer that a provider counts as received. */
export interface AcknowledgementConfig {
  readonly status?: number;
  readonly body?: string;
  readonly content_type?: string;
}

const readers = {
  status: integerBetween(200, 299),
  body: withoutSecret(textThat((text) => text.length <= 400, "invalid-text", "Write at most 400 characters.")),
  content_type: textThat((text) => /^[\w.+-]{1,60}\/[\w.+-]{1,60}(?:; ?charset=[\w-]{1,20})?$/.test(text), "invalid-content-type", "Write a type such as text/xml."),
};

/** Reads `acknowledgement`: `{ status: 202 }`, `{ body: "[accepted]" }`, `{ body: <Response/>, content_type: text/xml }`. */
export const readAcknowledgement: Reader<AcknowledgementConfig> = (node, context) => {
  if (node.kind !== "map" || node.entries.size === 0) return wrongType(node, context, "a map with status, body or content_type");
  if (!hasOnly(node, Object.keys(readers), context)) return undefined;
  const said = Object.entries(readers).flatMap(([key, read]) => {
    const entry = node.entries.get(key);
    return entry ? [[key, read(entry.value, context)] as const] : [];
  });
  return said.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(said);
};
