import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const FILES = { "providers/acme/webhook.yaml": "webhooks:\n  default: { verification_type: stripe, event_field: type, events: [a:one, a:two, b, 'b$(reboot)', 'b c'] }\n  second: { events: [c] }\n" };

async function complete(...words: readonly string[]): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await capture(["complete", "--", ...words], tempFolder(FILES));
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return stdout.split("\n").slice(0, -1).map((line) => line.split("\t")[0] ?? "");
}

describe("complete", () => {
  test.each<readonly [readonly string[], readonly string[]]>([
    [["gen"], ["generate"]],
    [["help", "inf"], ["info", "infer"]],
    [["generate", "git"], ["gitea", "github", "gitlab"]],
    [["generate", "github", "strip"], ["stripe"]],
    [["generate", "github", "--che"], ["--check"]],
    [["generate", "--cw"], ["--cwd"]],
    [["generate", "--import-extension", ""], ["js", "ts", "none", "auto"]],
    [["generate", "acme", "--events", "b,a"], ["b,a:one", "b,a:two"]],
    [["generate", "github", "--events", "push,pull_request.open"], ["push,pull_request.opened"]],
    [["generate", "acme", "--webhook", ""], ["default", "second"]],
    [["--silent", "info", "acm"], ["acme"]],
    [["sample", "acme", ""], ["a:one", "a:two", "b", "c"]],
    [["sample", "--webhook", "second", "acme", "c"], ["c"]],
    [["info", "--", "acm"], ["acme"]],
    [["--providers-dir", "elsewhere", "info", "acm"], []],
    [["completion", ""], ["bash", "zsh", "fish"]],
    // What a shell would run or part is not offered.
    [["sample", "acme", "b"], ["b"]],
    // A file may stand there: the shell knows those.
    [["replay", ""], []],
    [["infer", "acme", "b", ""], []],
    [["generate", "--output", ""], []],
    [["sample", "no-such", ""], []],
    [["list", "--cwd", "nowhere", ""], []],
  ])("%j", async (words, completions) => {
    expect(await complete(...words)).toEqual(completions);
  });

  test("knows every command and option that the help shows, and the hidden command is none", async () => {
    const help = (await capture(["--help"], tempFolder())).stdout;
    const shown = [...help.slice(help.indexOf("Commands:")).matchAll(/^ {2}([a-z-]+) /gm)].map(([, name]) => name);
    const commands = await complete("");
    expect(commands).toEqual(shown);
    expect(commands).not.toContain("complete");
    for (const command of commands) {
      const text = (await capture([command, "--help"], tempFolder())).stdout;
      const options = [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name]) => name);
      expect((await complete(command, "--")).toSorted(), command).toEqual([...new Set(options)].toSorted());
    }
  });
});

/** What a real shell makes of the script, where the machine has that shell; bash it must have. */
describe("the script", () => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "smart-webhooks-"));
  const shells = ["bash", "zsh", "fish"].filter((shell) => shell === "bash" || spawnSync(shell, ["-c", "true"]).status === 0);

  beforeAll(async () => {
    mkdirSync(join(folder, "providers/acme"), { recursive: true });
    for (const [path, text] of Object.entries(FILES)) writeFileSync(join(folder, path), text);
    writeFileSync(join(folder, "smart-webhooks"), `#!/bin/sh\nexec "${process.execPath}" "${join(packageRoot(), "bin/smart-webhooks.js")}" "$@"\n`);
    chmodSync(join(folder, "smart-webhooks"), 0o755);
    for (const shell of shells) writeFileSync(join(folder, `completion.${shell}`), (await capture(["completion", shell], folder)).stdout);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function runShell(shell: string, args: readonly string[]): string {
    const { stdout, stderr, status } = spawnSync(shell, args, { cwd: folder, encoding: "utf8", env: { PATH: `${folder}:${process.env["PATH"] ?? ""}`, HOME: folder } });
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    return stdout;
  }

  // Bash hands words over taken apart at : and =.
  test.each<readonly [readonly string[], string]>([
    [["smart-webhooks", "gen"], "generate"],
    [["smart-webhooks", "generate", "acm"], "acme"],
    [["smart-webhooks", "sample", "acme", "a", ":", "o"], "one"],
    [["smart-webhooks", "sample", "acme", "a", ":"], "one two"],
    [["smart-webhooks", "generate", "acme", "--webhook", "=", "sec"], "second"],
    [["smart-webhooks", "completion", ""], "bash zsh fish"],
    [["smart-webhooks", "replay", ""], ""],
  ])("in bash completes %j", (words, completions) => {
    const script = 'source ./completion.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _smart_webhooks; echo "${COMPREPLY[*]}"';
    expect(runShell("bash", ["-c", script, "bash", ...words]).trim()).toBe(completions);
    expect(runShell("bash", ["-c", "source ./completion.bash; complete -p smart-webhooks"])).toContain("-F _smart_webhooks smart-webhooks");
  });

  test.each(shells)("is one that %s can read", (shell) => {
    expect(runShell(shell, [shell === "fish" ? "--no-execute" : "-n", join(folder, `completion.${shell}`)])).toBe("");
  });

  test.each(shells.filter((shell) => shell === "fish"))("in %s completes a command, an event and a file", (shell) => {
    const asked = ["gen", "sample acme a:o", "replay completion.ba"].map((words) => `complete -C 'smart-webhooks ${words}'`).join("; ");
    expect(runShell(shell, ["--no-config", "-c", `source ./completion.fish; ${asked}`]).split("\n").map((line) => line.split("\t")[0])).toEqual(["generate", "a:one", "completion.bash", ""]);
  });

  test("of another shell there is none", async () => {
    const { exitCode, stderr } = await capture(["completion", "tcsh"], folder);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining("Allowed choices are bash, zsh, fish.") as string });
  });
});
