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

  test("is a table in a terminal, with a broken provider in it", async () => {
    const own = "webhooks:\n  default: { verification_type: stripe, event_field: type, events: [a, b] }\n";
    const cwd = tempFolder({ "providers/acme/webhook.yaml": own, "providers/broken/webhook.yaml": "", "schemas/acme/a.schema.json": "{}" });
    const { exitCode, stdout } = await capture(["list"], cwd, { isTTY: true });
    const rows = stdout.split("\n").map((line) => line.split(/ {2,}/));
    expect(exitCode).toBe(0);
    expect(rows[0]).toEqual(["NAME", "PROVIDER", "EVENTS", "TYPED", "SCHEME", "FROM"]);
    expect(rows).toContainEqual(["acme", "Acme", "2", "1", "hmac_sha256", "yours"]);
    expect(rows).toContainEqual(["broken", "-", "-", "-", "broken: smart-webhooks validate broken", "yours"]);
    expect(rows.find(([name]) => name === "github")).toEqual(["github", "GitHub", "75", "all", "hmac_sha256", "built-in"]);
  });

  test("has details in JSON", async () => {
    const { stdout } = await capture(["list", "--json"], tempFolder({ "providers/github/webhook.yaml": "webhooks:\n  default:\n    events: [push]\n" }));
    const { providers, details } = JSON.parse(stdout) as { readonly providers: readonly string[]; readonly details: readonly { readonly provider: string }[] };
    expect(details.map(({ provider }) => provider)).toEqual(providers);
    expect(details.find(({ provider }) => provider === "github")).toMatchObject({ name: "GitHub", origin: "extended", events: 1, typed: 1, schemes: ["hmac_sha256"], webhooks: ["default"] });
  });

  test("silent prints nothing", async () => {
    expect(await capture(["list", "--silent"], tempFolder())).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});
