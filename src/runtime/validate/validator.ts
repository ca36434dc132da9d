import { findMismatch } from "./find-mismatch.js";
import type { Shapes } from "./shape.js";
import type { StandardSchema } from "./standard-schema.js";

/**
 * Checks that what stands in a payload is of the JSON types its TypeScript type says. A Standard Schema: give it to
 * whatever takes one. It does not ask for required fields, and takes new fields and new values of a known type, as
 * providers send them without notice.
 */
export type PayloadValidator<Payload = unknown> = StandardSchema<Payload>;

/** The validator of the named shape. It gives back the value it was given. */
export function validator<Payload>(shapes: Shapes, name: string): PayloadValidator<Payload> {
  return {
    "~standard": {
      version: 1,
      vendor: "smart-webhooks",
      validate: (value) => {
        const issue = findMismatch(shapes, name, value);
        return issue ? { issues: [issue] } : { value: value as Payload };
      },
    },
  };
}
