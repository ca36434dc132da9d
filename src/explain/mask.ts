import { secretForms } from "../secret-forms.js";

/** A secret as it may be shown: its length, and of a long one the first four characters. */
export function mask(secret: string): string {
  const count = [...secret].length;
  const start = count >= 20 ? `${[...secret].slice(0, 4).join("")}…` : "";
  return `${start}(${count} ${count === 1 ? "character" : "characters"})`;
}

/** Hides secrets in texts that come from a request: a body, a URL or a header may hold them. */
export function hider(secrets: readonly string[]): (text: string) => string {
  const hidden = [...new Set(secrets.flatMap(secretForms))].toSorted((a, b) => b.length - a.length);
  return (text) => hidden.reduce((shown, form) => shown.replaceAll(form, () => mask(form)), text);
}
