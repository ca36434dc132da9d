import { ifFits, joinLines, type Layout, type LayoutIds, LINE_WIDTH, parenthesize } from "./layout.js";

/** `E[]`, of an element in parentheses where it needs them. */
export function layOutArray(element: Layout, ids: LayoutIds): Layout {
  const { line, joined } = element;
  const ofOne = joined === undefined;
  return {
    id: ids.of("array", element.id),
    line: line === undefined ? undefined : ifFits(ofOne ? `${line}[]` : `(${line})[]`),
    isBraced: ofOne && element.isBraced === true,
    print: (indent, column) => {
      const text = element.print(indent, column + 1);
      return ofOne ? `${text}[]` : `${parenthesize(text, indent)}[]`;
    },
  };
}

export interface TupleElement {
  readonly layout: Layout;
  /** Whether it is any number of more elements: `...E[]`. */
  readonly isRest: boolean;
}

export function layOutTuple(elements: readonly TupleElement[], ids: LayoutIds): Layout {
  const inner = joinLines(elements.map(({ isRest, layout: { line } }) => line && dotted(line, isRest)), ", ");
  const line = inner === undefined ? undefined : ifFits(`[${inner}]`);
  return {
    id: ids.of("tuple", elements.map(({ isRest, layout }) => [isRest, layout.id])),
    line,
    print: (indent) => (line !== undefined && indent.length + line.length <= LINE_WIDTH ? line : printBroken(elements, indent)),
  };
}

function printBroken(elements: readonly TupleElement[], indent: string): string {
  const inner = `${indent}  `;
  const lines = elements.map(({ layout, isRest }) => `${inner}${dotted(layout.print(inner, inner.length), isRest)},\n`);
  return `[\n${lines.join("")}${indent}]`;
}

function dotted(text: string, isRest: boolean): string {
  return isRest ? `...${text}` : text;
}
