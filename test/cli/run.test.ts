import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const manifest = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

describe("run", () => {
  test.each([
    { argv: ["--version"], prints: manifest.version },
    { argv: ["generate", "--version"], prints: manifest.version },
    { argv: ["--help"], prints: "Usage: smart-webhooks" },
    { argv: ["generate", "--help"], prints: "Usage: smart-webhooks generate" },
    { argv: ["generate", "--help"], prints: "--providers-dir <dir>" },
    { argv: ["list", "--help"], prints: "Usage: smart-webhooks list" },
    { argv: ["help"], prints: "Usage: smart-webhooks [options]" },
    { argv: ["help", "generate"], prints: "Usage: smart-webhooks generate" },
  ])("$argv prints $prints", async ({ argv, prints }) => {
    const { exitCode, stdout, stderr } = await capture(argv, tempFolder());
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toContain(prints);
  });

  test.each([
    { argv: [], says: "Usage: smart-webhooks" },
    { argv: ["generat"], says: "Did you mean generate?" },
    { argv: ["foo"], says: "error  unknown-command  Unknown command 'foo'.\n  What there is: smart-webhooks --help\n" },
    { argv: ["help", "foo"], says: "error  unknown-command  Unknown command 'foo'.\n  What there is: smart-webhooks --help\n" },
    { argv: ["help", "generat"], says: "Unknown command 'generat'.\n  Did you mean generate? What there is" },
    { argv: ["generate", "--chek"], says: "What there is: smart-webhooks generate --help" },
    { argv: ["generate", "--chek"], says: "Did you mean --check?" },
    { argv: ["generate", "--help-me"], says: "Unknown option '--help-me'" },
    { argv: ["generate", "--check", "--dry-run"], says: "cannot be used with" },
    { argv: ["generate", "--events"], says: "argument missing" },
    { argv: ["generate", "--events", "push,,"], says: "A name is empty: give names such as push,pull_request.opened, or all." },
    { argv: ["generate", "-o", ""], says: "It is empty: give a folder, such as src/webhooks" },
    { argv: ["generate", "--webhook", " "], says: "It is empty: give a webhook's name" },
    { argv: ["generate", "--watch", "--check"], says: "cannot be used with" },
    { argv: ["list", "extra"], says: "too-many-arguments" },
    { argv: ["list", "--cwd", "nowhere"], says: "no-such-folder" },
    { argv: ["\u001b[31mred\u001b[0m\u202e"], says: "Unknown command 'red'" },
  ])("$argv is wrong usage", async ({ argv, says }) => {
    const { exitCode, stdout, stderr } = await capture(argv, tempFolder());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/[^\P{C}\n]/u);
  });

  test.each([
    { argv: ["generat"], code: "unknown-command" },
    { argv: ["help", "generat"], code: "unknown-command" },
    { argv: ["list", "--jsno"], code: "unknown-option" },
    { argv: ["sample", "github"], code: "missing-argument" },
    { argv: ["generate", "--events"], code: "missing-argument" },
    { argv: [], code: "missing-argument" },
    { argv: ["generate", "--events", "push,,"], code: "invalid-argument" },
    { argv: ["generate", "--import-extension", "mjs"], code: "invalid-argument" },
    { argv: ["list", "extra"], code: "too-many-arguments" },
    { argv: ["generate", "--check", "--dry-run"], code: "conflicting-options" },
  ])("$argv is $code in JSON too", async ({ argv, code }) => {
    const { exitCode, stdout } = await capture(["--json", ...argv], tempFolder());
    expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({ exitCode: 2, files: [], warnings: [], problems: [{ code, severity: "error" }] });
  });

  test("after -- there is no option: what stands there asks for no JSON", async () => {
    const { exitCode, stdout, stderr } = await capture(["list", "--", "--json"], tempFolder());
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("too-many-arguments");
  });

  test.each([["generate", "--watch", "--json"], ["--json", "generate", "--watch"]])("--watch has no JSON: %s %s %s", async (...argv) => {
    const { exitCode, stdout } = await capture(argv, tempFolder());
    expect({ exitCode, ...JSON.parse(stdout) }).toMatchObject({ exitCode: 2, problems: [{ code: "watch-as-json" }] });
  });
});
