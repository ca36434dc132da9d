import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

interface Listed {
  readonly providers: readonly string[];
}

async function listed(
  argv: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { exitCode, stdout, stderr } = await capture([...argv, "--json"], cwd, { env });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return (JSON.parse(stdout) as Listed).providers;
}

describe("list", () => {
  test("prints one name on each line", async () => {
    const cwd = tempFolder({ "providers/acme/webhook.yaml": "", "providers/zeta/webhook.yaml": "" });
    const { exitCode, stdout } = await capture(["list"], cwd);
    expect(exitCode).toBe(0);
    expect(stdout.split("\n")).toEqual(expect.arrayContaining(["acme", "zeta", ""]));
  });

  test("finds the user's providers where the options say, before or after the command", async () => {
    const cwd = tempFolder({ "deep/mine/acme/webhook.yaml": "" });
    expect(await listed(["list", "--cwd", "deep", "--providers-dir", "mine"], cwd)).toContain("acme");
    expect(await listed(["--cwd", join(cwd, "deep"), "--providers-dir", "mine", "list"], cwd)).toContain("acme");
    expect(await listed(["list"], cwd)).not.toContain("acme");
  });

  test("the environment names the folder, an option overrules it", async () => {
    const cwd = tempFolder({ "one/acme/webhook.yaml": "", "two/zeta/webhook.yaml": "" });
    const env = { SMART_WEBHOOKS_PROVIDERS_DIR: "one" };
    expect(await listed(["list"], cwd, env)).toContain("acme");
    expect(await listed(["list", "--providers-dir", "two"], cwd, env)).not.toContain("acme");
  });

  test("silent prints nothing", async () => {
    expect(await capture(["list", "--silent"], tempFolder())).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
