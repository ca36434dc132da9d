/** Columns a comment may take. */
const WIDTH = 100;

/**
 * A JSDoc comment of paragraphs and tags: one line when it fits, else a tag per line. The texts are comments already.
 * `indent` is how far it will be moved to the right.
 */
export function jsDoc(paragraphs: readonly string[], tags: readonly string[] = [], indent = 0): string {
  const width = WIDTH - indent;
  const line = [...paragraphs, ...tags].join(" ");
  if (line.length + 9 <= width && paragraphs.length <= 1) return `/** ${line} */`;
  const lines = paragraphs.flatMap((text, index) => [...(index > 0 ? [""] : []), ...wrap(text, width - 3)]);
  const all = [...lines, ...(tags.length > 0 && paragraphs.length > 1 ? [""] : []), ...tags];
  // A text may end in a blank, or have two where it is wrapped: a line does not.
  return `/**\n${all.map((text) => ` * ${text}`.trimEnd()).join("\n")}\n */`;
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
