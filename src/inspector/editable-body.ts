import { withNewId } from "../delivery/with-new-id.js";
import type { DeliveryRecord } from "./delivery-record.js";

/** Whole numbers that JavaScript cannot hold: written again, they would be others. */
const LONG_NUMBER = /[:[,]\s*-?\d{16,}/;

/**
 * The body of a delivery as one edits it: JSON on several lines, of a form its fields as JSON, and anything else as it is.
 * Where the body holds the delivery's id it is a new one: by the old it would be a duplicate.
 */
export function editableBody({ request, identified, webhook: { spec } }: DeliveryRecord): string {
  const text = new TextDecoder().decode(request.body);
  if (LONG_NUMBER.test(text)) return text;
  try {
    return JSON.stringify(withNewId(spec, JSON.parse(text)), null, 2);
  } catch {
    const [event, ...others] = identified.events;
    return event && others.length === 0 ? JSON.stringify(withNewId(spec, event.payload), null, 2) : text;
  }
}
