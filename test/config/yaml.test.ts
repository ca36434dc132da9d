import { describe, expect, it } from "vitest";
import { problemsOf, readAcme, yamlWith } from "./read-yaml.js";

const minimal = yamlWith();

const refused: readonly (readonly [string, string | Uint8Array, string, string])[] = [
  ["an empty file", "", "yaml-root", "is empty"],
  ["a comment only", "# nothing\n", "yaml-root", "is empty"],
  ["a scalar", "hello\n", "yaml-root", "single value"],
  ["a list", "- a\n- b\n", "yaml-root", "is a list"],
  ["an empty map", "{}\n", "missing-webhooks", "webhooks"],
  ["two documents", `${minimal}---\n${minimal}`, "several-documents", "more than one"],
  ["YAML 1.1", `%YAML 1.1\n---\n${minimal}`, "yaml-version", "1.1"],
  ["an unknown directive", `%FOO bar\n---\n${minimal}`, "yaml-syntax", "Not valid YAML"],
  ["a duplicate key", `${minimal}    verify_signature: false\n`, "duplicate-key", "verify_signature"],
  ["a merge key", `${minimal}    <<: { path: /x }\n`, "yaml-merge-key", "<<"],
  ["an unknown tag", yamlWith({ path: "!!js/function /a" }), "yaml-tag", "tag"],
  ["a known tag", yamlWith({ path: "!!str /a" }), "yaml-tag", "tag"],
  ["an anchor", yamlWith({ path: "&a /a" }), "yaml-anchor", "anchor"],
  ["an alias", `${minimal}  other:\n    path: &p /x\n    events: *p\n`, "yaml-alias", "events"],
  ["a key that is a list", `${minimal}    ? [a]\n    : b\n`, "yaml-key", "text"],
  ["a boolean key", `${minimal}    true: b\n`, "yaml-key", "text"],
  ["a tab as indentation", "webhooks:\n\tdefault:\n", "yaml-syntax", "spaces"],
  ["an open bracket", "webhooks: [\n", "yaml-syntax", "Not valid YAML"],
  ["a NUL in a value", yamlWith({ path: '"/webhooks/a\\0b"' }), "control-character", "path"],
  ["a raw control character", yamlWith({ path: "/a\u0007b" }), "control-character", "control"],
  [
    "a line break in a header",
    yamlWith({ signature_header: '"X-Sig\\r\\nEvil: 1"' }),
    "control-character",
    "signature_header",
  ],
  ["a direction override", yamlWith({ path: '"/a\\u202eb"' }), "control-character", "path"],
  ["a lone surrogate", yamlWith({ path: '"/a\\uD800"' }), "control-character", "path"],
  ["UTF-16", Buffer.from(`\ufeff${minimal}`, "utf16le"), "not-utf8", "UTF-8"],
  [
    "bytes that are not UTF-8",
    Buffer.concat([Buffer.from(minimal), Buffer.from([0x23, 0xff, 0xfe])]),
    "not-utf8",
    "UTF-8",
  ],
  ["a file over 1 MiB", `${minimal}#${" ".repeat(1024 * 1024)}`, "file-too-large", "1 MiB"],
];

describe("YAML", () => {
  it.each(refused)("refuses %s", async (_, yaml, code, word) => {
    const problems = await problemsOf(readAcme(yaml));
    expect(problems.map((problem) => problem.code)).toContain(code);
    const problem = problems.find((candidate) => candidate.code === code);
    expect(problem).toMatchObject({ severity: "error", at: { file: "providers/acme/webhook.yaml" } });
    expect(problem?.message).toContain(word);
    expect(problem?.hint).toMatch(/\.$/);
  });

  it.each([
    ["flow", `a: ${"[".repeat(20_000)}`],
    ["lists in one line", `${"- ".repeat(20_000)}a`],
    ["maps in one line", "a: ".repeat(20_000)],
    ["indentation", Array.from({ length: 1000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("refuses deep nesting before it costs anything: %s", async (_, yaml) => {
    expect(await problemsOf(readAcme(yaml))).toMatchObject([
      { code: "yaml-too-deep", at: { file: "providers/acme/webhook.yaml" } },
    ]);
  });

  it("does not expand aliases, and reports a line of them once", async () => {
    const bomb = Array.from(
      { length: 10 },
      (_, level) => `k${level + 1}: &k${level + 1} [${Array(9).fill(`*k${level}`).join(",")}]`,
    );
    const problems = await problemsOf(readAcme(`k0: &k0 [x]\n${bomb.join("\n")}\n`));
    expect(problems.filter((problem) => problem.code === "yaml-alias")).toHaveLength(10);
  });

  it("lists at most 50 problems", async () => {
    const many = Array.from({ length: 60 }, (_, index) => `    zzz${index}: 1`).join("\n");
    const problems = await problemsOf(readAcme(`${minimal}${many}\n`));
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toMatchObject({ code: "more-problems", message: "10 more problems are not shown" });
  });

  it("reads a byte-order mark and CRLF like neither", async () => {
    expect(await readAcme(`\ufeff${minimal.replaceAll("\n", "\r\n")}`)).toEqual(await readAcme(minimal));
  });

  it("keeps on, yes and off as text: YAML 1.2", async () => {
    const config = await readAcme(yamlWith({ events: "[on, yes, off]" }));
    expect(config.webhooks[0]?.events.map((event) => event.name)).toEqual(["on", "yes", "off"]);
  });
});
