/** Text to put into another at an offset. */
export interface Splice {
  readonly at: number;
  readonly text: string;
}

/** Puts each text at its place; those of one place in their order. Nothing else changes. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let [from, result] = [0, ""];
  for (const splice of splices.toSorted((one, other) => one.at - other.at)) {
    result += text.slice(from, splice.at) + splice.text;
    from = splice.at;
  }
  return result + text.slice(from);
}
