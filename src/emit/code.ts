/** What stands in a code template: a line or several, a list of them, or nothing. */
export type Code = string | undefined | readonly (string | undefined)[];

/**
 * A template whose shape on the page is the shape of its output. Values keep the indentation of the
 * place they stand in; a list stands one item per line; a line that holds only an empty value goes.
 */
export function code(strings: TemplateStringsArray, ...values: readonly Code[]): string {
  const lines = strings.raw.map((text, index) => text + (index < values.length ? placeholder(index) : "")).join("").split("\n");
  const body = lines[0]?.trim() === "" ? lines.slice(1) : lines;
  if (body.at(-1)?.trim() === "") body.pop();
  const margin = Math.min(...body.filter((line) => line.trim() !== "").map((line) => line.search(/\S/)));
  return body.flatMap((line) => fill(line.slice(margin), values)).join("\n");
}

/** A private-use character and a number: the encoder never lets such a character into a value. */
function placeholder(index: number): string {
  return `\uE000${index}\uE000`;
}

function fill(line: string, values: readonly Code[]): readonly string[] {
  const alone = /^(\s*)\uE000(\d+)\uE000$/.exec(line);
  if (alone) {
    const text = flat(values[Number(alone[2])]);
    return text === "" ? [] : text.split("\n").map((one) => (one === "" ? "" : `${alone[1]}${one}`));
  }
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const filled = line.replace(/\uE000(\d+)\uE000/g, (_, index: string) => flat(values[Number(index)]));
  return filled.split("\n").map((one, index) => (index === 0 || one === "" ? one : indent + one));
}

function flat(value: Code): string {
  return typeof value === "object" ? value.filter((item) => item !== undefined).join("\n") : (value ?? "");
}
