import type { Answer } from "./post.js";

/** An answer without the secret in it: some servers echo what they were sent, and some providers send the secret along. */
export function maskSecret(answer: Answer, secret: string): Answer {
  if (secret === "") return answer;
  const texts = [secret, Buffer.from(secret).toString("base64"), encodeURIComponent(secret)];
  const mask = (text: string): string => texts.reduce((masked, one) => masked.replaceAll(one, "(secret)"), text);
  return { ...answer, body: mask(answer.body), headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, mask(value)])) };
}
