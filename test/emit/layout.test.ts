import { describe, expect, it } from "vitest";
import { toList, toUnion } from "../../src/emit/layout.js";

const words = (count: number, length = 9): readonly string[] => Array.from({ length: count }, (_, index) => `${index}`.padStart(length, "w"));

describe("a list", () => {
  it.each<[string, string, string]>([
    ["that fits stands on one line", toList("x = ", "[", ["a", "b"], "]"), "[a, b]"],
    ["has blanks inside its brackets where it is told", toList("x = ", "{", ["a: 1", "b: 2"], "}", true), "{ a: 1, b: 2 }"],
    ["of nothing has none", toList("x = ", "{", [], "}", true), "{}"],
    ["is broken where an item is, each line moved", toList("", "{", ["a: {\n  b,\n\n}", "c"], "}", true), "{\n  a: {\n    b,\n\n  },\n  c,\n}"],
  ])("%s", (_, text, expected) => expect(text).toBe(expected));

  it("takes 100 columns with what stands before it, and not one more", () => {
    const items = words(8);
    const line = `[${items.join(", ")}]`;
    const room = " ".repeat(100 - line.length);
    expect(toList(room, "[", items, "]")).toBe(line);
    expect(toList(`${room} `, "[", items, "]")).toBe(`[\n${items.map((item) => `  ${item},`).join("\n")}\n]`);
  });
});

describe("a union", () => {
  it("that fits stands on one line", () => expect(toUnion("export type A", ["B", "C"])).toBe("export type A = B | C;"));

  it("takes 100 columns, and not one more", () => {
    const members = words(6);
    const rest = ` = ${members.join(" | ")};`;
    const declaration = "type A".padEnd(100 - rest.length, "a");
    expect(toUnion(declaration, members)).toBe(declaration + rest);
    expect(toUnion(`${declaration}a`, members)).toBe(`${declaration}a =\n${members.map((member) => `  | ${member}`).join("\n")};`);
  });
});
