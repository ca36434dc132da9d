import { describe, expect, it } from "vitest";
import { type Flags, parseEventList, printCommand, readCommand } from "../src/flags.js";

describe("the command in a generated file's header", () => {
  it("reads as it would be typed", () => {
    const flags = { webhook: "releases", events: ["push", "pull_request.opened"], className: "Hooks", importExtension: "none", samples: true, validators: true, format: true } as const;
    expect(printCommand("github", flags)).toBe(
      "npx smart-webhooks generate github --webhook releases --events push,pull_request.opened --class-name Hooks --import-extension none --samples --validators --format",
    );
    expect(printCommand("github", {})).toBe("npx smart-webhooks generate github");
  });

  it.each<Flags>([
    {},
    { events: ["push", "issues"], samples: true },
    { validators: true },
    { webhook: "releases", className: "Mine", importExtension: "ts", format: true },
    { events: ["it's", "a b", "$(touch x)", "`y`", "a,b", "--webhook", "'", "orders/create", "é☃"] },
    { events: ["push.a\\u{62}c", "push.\u200b", "push.\\u{5c}u{62}"] },
  ])("reads back %j", (flags) => {
    const text = `// Generated\n// To change it, edit the YAML and run: ${printCommand("acme", flags)}\ncode`;
    const undefinedLeftOut = JSON.parse(JSON.stringify(readCommand(text))) as Flags;
    expect(undefinedLeftOut).toEqual(flags);
  });

  it("is quoted: pasted into a shell it runs nothing else", () => {
    expect(printCommand("acme", { events: ["$(id)", "a;b", "it's"] })).toBe(`npx smart-webhooks generate acme --events '$(id),a;b,it'\\''s'`);
  });

  it("is not found in a file without one", () => expect(readCommand("export {};\n")).toBeUndefined());
});

it("a list of events is split at its commas", () => {
  expect(parseEventList("push, issues,a\\,b")).toEqual(["push", "issues", "a,b"]);
  expect(parseEventList("push,,issues")).toContain("");
});
