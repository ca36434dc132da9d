import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { addHandlerMethods } from "../../src/user-code/add-handler-methods.js";
import { applyWrites } from "../../src/write/apply-writes.js";
import { handlerProject, isWithin } from "./handler-project.js";

const MEMBERS = [
  "count = 1",
  "readonly name: string = 'é🚀';",
  "// a remark",
  "/* another */ static of(): number { return 1 }",
  "override onIssues(): void {}",
  "@log() traced(): void {}",
  "['computed'] = 2",
  "#hidden?: string",
];

const layout = fc.record({
  eol: fc.constantFrom("\n", "\r\n"),
  mark: fc.constantFrom("", "\uFEFF"),
  quote: fc.constantFrom("'", '"'),
  semicolon: fc.constantFrom(";", ""),
  indent: fc.constantFrom("  ", "    ", "\t", ""),
  names: fc.constantFrom("{ GitHubHandler }", "{GitHubHandler,}", "{\n  GitHubHandler\n}", "{\n\tGitHubHandler, // base\n}", "* as GH"),
  members: fc.subarray(MEMBERS),
  open: fc.constantFrom(" {", "\n{", " { // opens"),
  close: fc.constantFrom("}", "\n}", "\n\n}", "\n  // ends\n}", "\n}\n", "\n} // closed"),
  before: fc.constantFrom("export ", "export default ", "export const it = ", "abstract "),
});

type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function print({ eol, mark, quote, semicolon, indent, names, members, open, close, before }: Layout): string {
  const base = names.startsWith("*") ? "GH.GitHubHandler" : "GitHubHandler";
  const imports = `import ${names} from ${quote}./webhooks/github/handler.js${quote}${semicolon}\nfunction log() { return (_: unknown, __: unknown): void => {} }\n`;
  // A line comment at the end would hide the brace.
  const isClosed = close.startsWith("\n") || (members.length === 0 && !open.includes("//"));
  const body = members.map((member) => `\n${indent}${member}`).join("");
  const text = `${imports}${before}class ${before.includes("const") ? "" : "Mine "}extends ${base}${open}${body}${isClosed ? "" : "\n"}${close}`;
  return mark + text.replaceAll("\n", eol);
}

it("however a file is laid out, taking the inserted text away gives its bytes back", async () => {
  const cwd = handlerProject({});
  const file = join(cwd, "mine.ts");
  const request = { file: "mine.ts", cwd, provider: "github", events: ["push", "issues.opened"] };
  await fc.assert(
    fc.asyncProperty(layout, async (choice) => {
      const before = Buffer.from(print(choice));
      writeFileSync(file, before);
      const { plan, added } = await addHandlerMethods(request);
      await applyWrites(plan);
      const after = readFileSync(file);
      expect(added.map(({ name }) => name)).toEqual(["onPush", "onIssuesOpened"]);
      expect(isWithin(before, after)).toBe(true);
      if (choice.eol === "\r\n") expect(after.toString()).not.toMatch(/(?<!\r)\n/);
      expect((await addHandlerMethods(request)).kept).toHaveLength(2);
    }),
    { numRuns: 150 },
  );
});
