import { parseForm } from "../form.js";
import type { ContentPart } from "./content.js";
import type { Check } from "./delivery.js";

/** The form's fields, sorted, each as its name and then its values, sorted and without repetitions, as Twilio signs them. */
export const formFields: ContentPart = {
  part: "form",
  otherwise: "body_malformed",
  read: (check) => {
    const form = formOf(check);
    return form && sortedFields(form).map(([name, values]) => [...new Set(values)].map((value) => name + value).join("")).join("");
  },
};

/** The query's pairs and the form's, sorted, as Plivo signs them: `a=1&b=2.c3`. */
export const queryAndForm: ContentPart = {
  part: "form",
  otherwise: "body_malformed",
  read: (check) => {
    const form = formOf(check);
    const query = new URLSearchParams(check.delivery.url.split("?").slice(1).join("?"));
    const pairs = sorted(query, "=").join("&");
    const fields = form && sorted(form, "").join("");
    return form && (pairs === "" || fields === "" ? pairs + fields : `${pairs}.${fields}`);
  },
};

function formOf({ delivery }: Check): URLSearchParams | undefined {
  try {
    return parseForm(delivery.body);
  } catch {
    return undefined;
  }
}

function sorted(form: URLSearchParams, equals: string): readonly string[] {
  return sortedFields(form).flatMap(([name, values]) => values.map((value) => name + equals + value));
}

/** In one pass: to search the form again for each of its names would take hours for a form of names only. */
function sortedFields(form: URLSearchParams): readonly (readonly [name: string, values: readonly string[]])[] {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    const values = fields.get(name);
    if (values === undefined) fields.set(name, [value]);
    else values.push(value);
  }
  return [...fields].map(([name, values]) => [name, values.toSorted(byCodeUnit)] as const).toSorted(([a], [b]) => byCodeUnit(a, b));
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
