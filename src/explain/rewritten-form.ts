import { bodyChange, type Case, type Variant } from "./case.js";

type Field = readonly [name: string, value: string];

/** Bytes of a form that is worth writing again. */
const LARGEST = 512 * 1024;

/** A form that was parsed and written again, or came out as JSON: the ways in which senders write forms. */
export function* rewrittenForm(given: Case): Iterable<Variant> {
  const { body, headers } = given.request;
  if (body.length > LARGEST || body.length === 0) return;
  const text = new TextDecoder().decode(body);
  const fromJson = /form-urlencoded/i.test(headers["content-type"] ?? "") ? fieldsOfJson(text) : undefined;
  const fields = fromJson ?? (text.includes("=") ? [...new URLSearchParams(text)] : []);
  for (const ordered of [fields, sorted(fields), fields.toReversed()]) {
    for (const [name, write] of writers) {
      const written = ordered.map((pair) => pair.map(write).join("=")).join("&");
      yield {
        change: bodyChange(given, written),
        cause: {
          code: "body-form-rewritten",
          message: `The form was parsed and ${fromJson ? "came out as JSON" : "written again"}. The signature is right over the same fields written ${name}${ordered === fields ? "" : ", in another order"}.`,
          fix: "Verify the raw bytes: mount webhookRoutes before express.urlencoded() and the like, and capture the body before it is parsed. docs/frameworks.md says how for each framework.",
        },
      };
    }
  }
}

/** Every character escaped that a URL may do without (RFC 3986, 2.3). */
export const strict = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
const lower = (text: string): string => text.replace(/%[\dA-F]{2}/g, (escape) => escape.toLowerCase());
const plus = (text: string): string => text.replaceAll("%20", "+");

/** How senders escape a name or a value. */
const writers: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ["as browsers do (+ for a blank)", (text) => new URLSearchParams([["", text]]).toString().slice(1)],
  ["with + for a blank", (text) => plus(strict(text))],
  ["with %20 for a blank", strict],
  ["as encodeURIComponent does", encodeURIComponent],
  ["as encodeURIComponent does, with + for a blank", (text) => plus(encodeURIComponent(text))],
  ["with escapes in lower case and + for a blank", (text) => lower(plus(strict(text)))],
  ["with escapes in lower case", (text) => lower(strict(text))],
  ["without escapes", (text) => text],
];

function fieldsOfJson(text: string): readonly Field[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).flatMap(([name, one]) => [one].flat().map((item: unknown): Field => [name, typeof item === "object" ? JSON.stringify(item) : String(item)]));
  } catch {
    return undefined;
  }
}

function sorted(fields: readonly Field[]): readonly Field[] {
  return fields.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
