import { describe, expect, test } from "vitest";
import { writtenAs } from "../../src/write/written-as.js";
import { specFile } from "./sample-file.js";

describe("writtenAs", () => {
  test.each([
    ["the default webhook", specFile("acme/handler.ts").text, "acme/handler.ts"],
    ["another webhook", specFile("acme/releases.ts").text, "acme/releases.ts"],
    ["CRLF", specFile("acme/my-hook.ts").text.replaceAll("\n", "\r\n"), "acme/my-hook.ts"],
    ["another style", `class A {\n\tstatic readonly spec: WebhookSpec<A> = { 'provider': 'webhook', 'webhook': 'default', path: '/' }\n}`, "webhook/handler.ts"],
    ["a comment that looks like it", `/**\n * static readonly spec = { provider: "a", webhook: "b" }\n */\nexport {};`, undefined],
    ["payloads", `export interface A {\n  provider: "acme";\n  webhook: "default";\n}`, undefined],
    ["half a spec", `  static readonly spec = { provider: "acme" };`, undefined],
    ["blank lines without end", "\n".repeat(500_000), undefined],
  ])("%s", (_, text, path) => {
    expect(writtenAs(text)).toBe(path);
  });
});
