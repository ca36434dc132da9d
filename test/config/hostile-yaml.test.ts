import { array, assert, constantFrom, nat, oneof, property, string as anyString } from "fast-check";
import { expect, it } from "vitest";
import { parseYaml } from "../../src/config/parse-yaml.js";
import { ProblemLog } from "../../src/config/problem-log.js";
import { readSettings } from "../../src/config/read-settings.js";
import { YamlText } from "../../src/config/yaml-text.js";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

it("never throws, and gives a tree or a reason, for any text", () => {
  const piece = constantFrom(
    "webhooks:",
    "\n  ",
    "default:",
    "- ",
    "? ",
    ": ",
    "&a ",
    "*a",
    "!!x ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "|",
    ">",
    "#",
    "\n",
    "---",
    "%YAML 1.1",
    "<<",
    "secret: x",
    "\u0000",
    "\ud800",
    "\t",
    "2",
    ",",
  );
  const text = oneof(
    array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    anyString({ unit: "binary", maxLength: 80 }),
  );
  assert(
    property(text, nat(200), (hostile, at) => {
      const valid = yamlWith();
      for (const yaml of [hostile, valid.slice(0, at) + hostile + valid.slice(at)]) {
        const log = new ProblemLog();
        const root = parseYaml(new YamlText("f", yaml), log);
        if (root !== undefined) readSettings(root, log);
        expect(root !== undefined || log.failed).toBe(true);
        for (const { at: place } of log.problems()) expect(place?.line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

// Each is read in well under a second; before its cause was found, none of them ended.
it.each([
  ["letters", "a".repeat(1e6)],
  ["letters and hyphens", "a-".repeat(5e5)],
  ["words", "a ".repeat(5e5)],
  ["blanks behind a word", `a${" ".repeat(1e6)}`],
  ["quotes", `'"`.repeat(5e5)],
  ["colons", ":".repeat(1e6)],
])("a megabyte of %s in a comment is read", (_, text) => {
  expect(parseYaml(new YamlText("f", `${yamlWith()}# ${text}\n`), new ProblemLog())).toBeDefined();
});

it("thousands of events that nobody lists are reported, the first of them in full", async () => {
  const names = (prefix: string): readonly string[] => Array.from({ length: 10_000 }, (_, index) => `${prefix}${index}`);
  const yaml = yamlWith({ events: `[${names("listed_").join(", ")}]`, event_map: `{ ${names("other_").map((name) => `${name}: ${name}`).join(", ")} }` });
  const problems = await problemsOf(readAcme(yaml));
  expect([problems.length, problems.at(-1)?.code]).toEqual([51, "more-problems"]);
});
