import type { Check } from "./delivery.js";
import { asText } from "./sources.js";

/** What a value must be one of. */
export interface ValueList {
  has(value: unknown, check: Check): boolean;
}

/** The values of a parameter that holds several, with commas between them: `listedIn("topic_arns")`. None while it is not set. */
export function listedIn(parameter: string): ValueList {
  return {
    has: (value, { params }) => {
      const text = asText(value);
      const values = Object.hasOwn(params, parameter) ? (params[parameter] ?? "").split(",").map((one) => one.trim()) : [];
      return text !== undefined && text !== "" && values.includes(text);
    },
  };
}
