import { WIDTH } from "./layout.js";
import { toComment } from "./literal.js";

/** A JSDoc comment of paragraphs and an `@see`: one line when it fits, else a paragraph per line. */
export function jsDoc(paragraphs: readonly string[], see?: string): string {
  const tags = see === undefined ? [] : [`@see ${toComment(see)}`];
  const line = [...paragraphs, ...tags].join(" ");
  if (line.length + 9 <= WIDTH && paragraphs.length === 1) return `/** ${line} */`;
  const lines = paragraphs.flatMap((text, index) => [...(index > 0 ? [""] : []), ...wrap(text)]);
  const all = [...lines, ...(tags.length > 0 && paragraphs.length > 1 ? [""] : []), ...tags];
  return `/**\n${all.map((text) => (text === "" ? " *" : ` * ${text}`)).join("\n")}\n */`;
}

function wrap(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 4 > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
