import { parseForm } from "../form.js";
import type { ContentPart } from "./content.js";
import type { Check } from "./delivery.js";

/** The form's fields, sorted, each as its name and then its values, sorted and without repetitions, as Twilio signs them. */
export const formFields: ContentPart = {
  part: "form",
  otherwise: "body_malformed",
  read: (check) => {
    const form = formOf(check);
    return form && sortedNames(form).map((name) => [...new Set(form.getAll(name))].toSorted(byCodeUnit).map((value) => name + value).join("")).join("");
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
  return sortedNames(form).flatMap((name) => form.getAll(name).toSorted(byCodeUnit).map((value) => name + equals + value));
}

function sortedNames(form: URLSearchParams): readonly string[] {
  return [...new Set(form.keys())].toSorted(byCodeUnit);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
