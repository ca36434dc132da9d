import { ACCEPTED, type Scheme } from "./delivery.js";

/** No signature at all: whoever knows the URL can send anything. Every start warns of it. */
export function unsigned(): Scheme {
  return { scheme: "none", signed: false, keyless: true, toKey: () => undefined, verify: () => ACCEPTED };
}
