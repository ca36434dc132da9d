/** Columns a line may take before what it holds is broken over several. */
const WIDTH = 100;

/** `open item, item close` on one line when it fits after `before`, else an item per line. */
export function toList(before: string, open: string, items: readonly string[], close: string, spaced = false): string {
  const gap = spaced && items.length > 0 ? " " : "";
  const line = `${open}${gap}${items.join(", ")}${gap}${close}`;
  if (!line.includes("\n") && before.length + line.length <= WIDTH) return line;
  return `${open}\n${items.map((item) => `${indent(item)},`).join("\n")}\n${close}`;
}

/** `type Name = A | B;` on one line when it fits, else a member per line. */
export function toUnion(declaration: string, members: readonly string[]): string {
  const line = `${declaration} = ${members.join(" | ")};`;
  return line.length <= WIDTH ? line : `${declaration} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}

/** Two blanks before every line that is not empty. */
function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
