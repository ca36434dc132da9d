import { foldEventName } from "../config/event-name.js";
import { unsafeText } from "../config/unsafe-text.js";
import { GenerateError } from "../errors.js";
import { quote } from "../schema/quote.js";

/** The name of an event's schema file: `/` becomes `__`. Throws a GenerateError for what can be no event or no file. */
export function schemaFileName(event: string): string {
  const isEvent = event.trim() === event && event !== "" && !unsafeText.test(event) && !/[\\*]/.test(event);
  const name = `${event.replaceAll("/", "__")}.schema.json`;
  if (isEvent && Buffer.byteLength(foldEventName(name)) <= LONGEST_NAME) return name;
  const message = `${quote(event)} cannot be the name of an event`;
  throw new GenerateError([{ code: "invalid-event-name", severity: "error", message, hint: "Write the event exactly as webhook.yaml lists it" }]);
}

/** Bytes that a file's name may have, less the ones that a temporary name adds. */
const LONGEST_NAME = 255 - 20;
