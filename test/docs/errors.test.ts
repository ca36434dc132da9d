import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { schemeRules } from "../../src/config/scheme-rules.js";
import { packageRoot } from "../../src/package-root.js";
import { families } from "../../tools/errors/all-pages.js";
import { errorDocs } from "../../tools/errors/error-docs.js";
import { problemCodes } from "./problem-codes.js";

const folder = join(packageRoot(), "docs/errors");
const pages = new Map(families.flatMap((family) => Object.entries(family.pages)));
const codes = problemCodes();
const patterns = [...codes.keys()].filter((code) => code.endsWith("*")).map((code) => code.slice(0, -1));

describe("docs/errors", () => {
  it("has a page for every code that the sources say", () => {
    const needed = Object.values(schemeRules).flatMap(({ needs }) => needs.map(([first = ""]) => `missing-${first.replaceAll("_", "-")}`));
    const all = [...[...codes.keys()].filter((code) => !code.endsWith("*")), ...needed];
    expect(all.length).toBeGreaterThan(150);
    expect(all.filter((code) => !pages.has(code)).map((code) => `${code} (${codes.get(code)}): add it to tools/errors and run npm run errors`)).toEqual([]);
  });

  it("has no page for a code that nothing says any more", () => {
    expect([...pages.keys()].filter((code) => !codes.has(code) && !patterns.some((start) => code.startsWith(start)))).toEqual([]);
  });

  it("is what its examples print now: else npm run errors", async () => {
    const made = await errorDocs();
    expect(readdirSync(folder).toSorted()).toEqual([...made.keys()].toSorted());
    for (const [name, text] of made) expect(readFileSync(join(folder, name), "utf8"), name).toBe(text);
  }, 60_000);

  it.each([...pages].filter(([, { example }]) => example !== undefined).map(([code]) => code))("shows %s where it says so", (code) => {
    const [, output = ""] = readFileSync(join(folder, `${code}.md`), "utf8").split("```console\n");
    expect(output).toMatch(new RegExp(`(?:error|warning)  ${code}  |^problem  (?:\\S+  )?${code}  |ause: ${code}$|"code": "${code}"`, "m"));
  });

  it("has links that lead somewhere", () => {
    const missing = readdirSync(folder).flatMap((name) => {
      const links = [...readFileSync(join(folder, name), "utf8").matchAll(/\]\(([\w./-]+\.md)\)/g)].map(([, link = ""]) => link);
      return links.filter((link) => (link.startsWith("../") ? !readdirSync(join(folder, "..")).includes(link.slice(3)) : !readdirSync(folder).includes(link)));
    });
    expect(missing).toEqual([]);
  });
});
