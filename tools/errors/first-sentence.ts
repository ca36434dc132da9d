/** The first sentence of a text, or all of it. */
export function firstSentence(text: string): string {
  return /^.*?[.](?= [A-Z`"[]|$)/.exec(text)?.[0] ?? text;
}
