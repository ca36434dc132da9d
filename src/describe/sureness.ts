import type { Evidence } from "../config/keys.js";

/** What the facts about a signature rest on, in words. */
export const SURENESS: Readonly<Record<Evidence, string>> = {
  vendor_code: "the vendor's own code was run",
  other_code: "other code that receives it was read",
  documentation: "the documentation was read",
  memory: "not checked",
};
