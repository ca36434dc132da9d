import { secretForms } from "../secret-forms.js";
import type { Answer } from "./post.js";

/** An answer without the secret in it: some servers echo what they were sent, and some providers send the secret along. */
export function maskSecret(answer: Answer, secret: string): Answer {
  const forms = secretForms(secret);
  const mask = (text: string): string => forms.reduce((masked, one) => masked.replaceAll(one, "(secret)"), text);
  return { ...answer, body: mask(answer.body), headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, mask(value)])) };
}
