import { readText } from "./read-scalar.js";
import type { Reader } from "./setting.js";
import { shown } from "./shown.js";
import { unsafeText } from "./unsafe-text.js";

/** Reads the name of an event where one is expected. */
export const readEventName: Reader<string> = (node, context) => {
  const name = readText(node, context);
  const fault = name === undefined ? undefined : eventNameFault(name);
  if (name === undefined || fault === undefined) return name;
  const message = `"${context.key}" cannot list ${shown(name)}: it ${fault}`;
  return context.log.error(node.mark, {
    code: "invalid-event-name",
    message,
    hint: "Write the event exactly as the provider sends it.",
  });
};

/** What two event names must not have in common: they would be one file where case does not count, or look the same. */
export function foldEventName(name: string): string {
  return name.normalize("NFC").toLowerCase().normalize("NFC");
}

// The end of a sentence that begins with "it".
function eventNameFault(name: string): string | undefined {
  if (name.trim() === "") return "is blank";
  if (name !== name.trim()) return "has white space around it";
  if (name.length > 200) return "is longer than 200 characters";
  if (unsafeText.test(name)) return "holds a control or an invisible character";
  if (name.includes("*")) return "is a pattern: events are listed one by one";
  if (name.includes("\\") || name.split("/").some((part) => part === ".." || part === "."))
    return "is written like a file path";
  return undefined;
}
