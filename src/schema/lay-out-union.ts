import { joinLines, type Joined, type Layout, type LayoutIds, LINE_WIDTH, parenthesize } from "./layout.js";

/** The members of unions in unions, each once, `null` last. */
export function layOutUnion(members: readonly Layout[], ids: LayoutIds): Layout {
  const distinct = flatten(members, " | ");
  const unknown = distinct.find(({ line }) => line === "unknown");
  if (unknown) return unknown;
  const possible = distinct.length > 1 ? distinct.filter(({ line }) => line !== "never") : distinct;
  const ordered = [...possible.filter((member) => !isNull(member)), ...possible.filter(isNull)];
  const [only, second] = ordered;
  if (only && !second) return only;
  const line = joinLines(ordered.map(lineOf), " | ");
  return {
    id: ids.of("union", ordered.map(({ id }) => id)),
    joined: { by: " | ", members: ordered },
    line,
    print: (indent, column) => {
      if (line !== undefined && column + line.length <= LINE_WIDTH) return line;
      if (isHugged(ordered)) return ordered.map((member) => member.print(indent, indent.length)).join(" | ");
      const inner = `${indent}    `;
      return ordered.map((member) => `\n${indent}  | ${printMember(member, inner)}`).join("");
    },
  };
}

export function layOutIntersection(members: readonly Layout[], ids: LayoutIds): Layout {
  const distinct = flatten(members, " & ");
  const [only, second] = distinct;
  if (only && !second) return only;
  return {
    id: ids.of("intersection", distinct.map(({ id }) => id)),
    joined: { by: " & ", members: distinct },
    line: joinLines(distinct.map(lineOf), " & "),
    print: (indent) => distinct.map((member) => printMember(member, indent, LINE_WIDTH / 2)).join(" & "),
  };
}

/** What is joined in the same way is one: each layout once. */
function flatten(members: readonly Layout[], by: Joined["by"]): readonly Layout[] {
  const flat = members.flatMap((member) => (member.joined?.by === by ? member.joined.members : [member]));
  return [...new Map(flat.map((member) => [member.id, member])).values()];
}

function isNull({ line }: Layout): boolean {
  return line === "null";
}

/** `{ … } | null` reads well without a line for each. */
function isHugged([first, second, third]: readonly Layout[]): boolean {
  return first?.isBraced === true && second !== undefined && isNull(second) && third === undefined;
}

/** A joined type in another one stands in parentheses. */
function printMember(member: Layout, indent: string, column: number = indent.length): string {
  const text = member.print(indent, column);
  return member.joined ? parenthesize(text, indent) : text;
}

function lineOf({ line, joined }: Layout): string | undefined {
  return line !== undefined && joined ? `(${line})` : line;
}
