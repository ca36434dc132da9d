import { copyFileSync, cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

// The whole command on real providers: what flags chose holds until other flags choose again.
const ACME = `
webhooks:
  default:
    signature_header: X-Acme-Signature
    verification_type: hmac_sha256
    signing_secret_env: ACME_SECRET
    event_header: X-Acme-Event
    events: [a.made, b.made]
  billing:
    events: [paid, "due, soon"]
`;
const project = () => tempFolder({ "providers/acme/webhook.yaml": ACME });
const read = (cwd: string, file: string) => readFileSync(join(cwd, "webhooks", file), "utf8");
const command = (text: string) => text.split("\n")[1]?.replace("// To change it, edit the YAML and run: npx smart-webhooks generate ", "");
const changes = (stdout: string) => stdout.trim().split("\n").map((line) => line.split("  ")[0]);

describe("a bare run makes the same files again", () => {
  it.each([
    { flags: ["github", "--events", "push,issues.opened"], kept: "github --events push,issues.opened" },
    { flags: ["github", "--events", "push", "--events", "issues.opened"], kept: "github --events push,issues.opened" },
    { flags: ["github", "--events", "push", "--class-name", "Hooks"], kept: "github --events push --class-name Hooks" },
    { flags: ["github", "--events", "push", "--import-extension", "none"], kept: "github --events push --import-extension none" },
    { flags: ["github", "--events", "push", "--class-name", "GitHubHandler"], kept: "github --events push" },
  ])("after $flags", async ({ flags, kept }) => {
    const cwd = tempFolder();
    expect(await capture(["generate", ...flags], cwd)).toMatchObject({ exitCode: 0 });
    expect(command(read(cwd, "github/handler.ts"))).toBe(kept);
    for (const again of [["generate"], ["generate", "github"]]) {
      const { stdout } = await capture(again, cwd);
      expect(changes(stdout)).toEqual(["unchanged", "unchanged"]);
    }
    expect(await capture(["generate", "--check"], cwd)).toMatchObject({ exitCode: 0, stdout: "" });
  });

  it("of every provider it finds, each as it was made", async () => {
    const cwd = project();
    await capture(["generate", "github", "--events", "push"], cwd);
    await capture(["generate", "acme", "--webhook", "billing", "--events", "due\\, soon"], cwd);
    const { stdout } = await capture(["generate"], cwd);
    expect(stdout).toBe("unchanged  webhooks/acme/billing.ts\nunchanged  webhooks/github/handler.ts\nunchanged  webhooks/github/payloads.ts\n");
  });

  it("but an event kept that the YAML lists no more is an error", async () => {
    const cwd = project();
    await capture(["generate", "acme", "--events", "a.made"], cwd);
    writeFileSync(join(cwd, "providers/acme/webhook.yaml"), ACME.replace("a.made", "c.made"));
    const { exitCode, stderr } = await capture(["generate"], cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining('webhooks/acme/handler.ts:2  error  unknown-event  acme has no event "a.made"') });
    expect(stderr).toContain("--events all");
  });
});

describe("a webhook that was made alone and is renamed", () => {
  const renamed = async (): Promise<string> => {
    const cwd = project();
    await capture(["generate", "acme", "--webhook", "billing"], cwd);
    writeFileSync(join(cwd, "providers/acme/webhook.yaml"), ACME.replace("billing:", "bills:"));
    return cwd;
  };

  it.each([[["generate"]], [["generate", "acme", "--force"]], [["generate", "--check"]]])("keeps its file under %s, which says what to do", async (argv) => {
    const cwd = await renamed();
    const { exitCode, stdout, stderr } = await capture(argv, cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain('webhooks/acme/billing.ts:2  error  unknown-webhook  acme has no webhook "billing"');
    expect(stderr).toContain('It has: default, bills. Say --webhook and a name');
    expect(read(cwd, "acme/billing.ts")).toContain("onPaid?(");
  });

  it.each(["bills", "all"])("moves to its new name with --webhook %s", async (name) => {
    const { stdout } = await capture(["generate", "acme", "--webhook", name], await renamed());
    expect(stdout.split("\n")).toEqual(expect.arrayContaining(["created  webhooks/acme/bills.ts", "removed  webhooks/acme/billing.ts"]));
  });
});

describe("a copy of what was generated", () => {
  it("beside it is left alone, and has no say", async () => {
    const cwd = project();
    await capture(["generate", "acme", "--webhook", "billing"], cwd);
    copyFileSync(join(cwd, "webhooks/acme/billing.ts"), join(cwd, "webhooks/acme/backup.ts"));
    const { exitCode, stdout } = await capture(["generate"], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "unchanged  webhooks/acme/billing.ts\n" });
  });

  it.each(["acme.bak", "acme-copy", "github"])("in the folder %s is nobody's", async (folder) => {
    const cwd = project();
    await capture(["generate", "acme", "--webhook", "billing"], cwd);
    cpSync(join(cwd, "webhooks/acme"), join(cwd, "webhooks", folder), { recursive: true });
    const { exitCode, stdout } = await capture(["generate"], cwd);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "unchanged  webhooks/acme/billing.ts\n" });
  });

  it("a file too large to be ours is not read", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    copyFileSync(join(cwd, "webhooks/acme/handler.ts"), join(cwd, "webhooks/acme/big.ts"));
    truncateSync(join(cwd, "webhooks/acme/big.ts"), 600_000_000);
    expect(await capture(["generate"], cwd)).toMatchObject({ exitCode: 0 });
  });
});

describe("a flag chooses again", () => {
  it("--events all takes every event", async () => {
    const cwd = project();
    await capture(["generate", "acme", "--events", "a.made"], cwd);
    await capture(["generate", "acme", "--events", "all"], cwd);
    expect(command(read(cwd, "acme/handler.ts"))).toBe("acme");
    expect(read(cwd, "acme/handler.ts")).toContain("onBMade?(");
  });

  it("--webhook all makes every webhook, and each keeps its own choice", async () => {
    const cwd = project();
    await capture(["generate", "acme", "--webhook", "billing", "--class-name", "Money"], cwd);
    const { stdout } = await capture(["generate", "acme", "--webhook", "all", "--events", "a.made"], cwd);
    expect(stdout).toBe("created  webhooks/acme/handler.ts\nchanged  webhooks/acme/billing.ts\n");
    expect(command(read(cwd, "acme/handler.ts"))).toBe("acme --events a.made");
    expect(command(read(cwd, "acme/billing.ts"))).toBe("acme --class-name Money");
  });

  it("--webhook writes only that one, and a bare run still makes both", async () => {
    const cwd = project();
    await capture(["generate", "acme"], cwd);
    const one = await capture(["generate", "acme", "--webhook", "billing", "--events", "paid"], cwd);
    expect(one.stdout).toBe("changed  webhooks/acme/billing.ts\n");
    const all = await capture(["generate"], cwd);
    expect(all.stdout).toBe("unchanged  webhooks/acme/handler.ts\nunchanged  webhooks/acme/billing.ts\n");
  });
});

it.each(["mine", "Promise<X>", "1X", "X; globalThis.x = 1", "WebhookEvent", "PushEvent", "PushPayload", "GitHubEvent"])(
  "--class-name %s is refused",
  async (name) => {
    const cwd = tempFolder();
    const { exitCode, stderr } = await capture(["generate", "github", "--events", "push", "--class-name", name], cwd);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining("invalid-class-name") });
  },
);

describe("imports end", () => {
  it.each([
    { compilerOptions: { module: "nodenext" }, ending: ".js" },
    { compilerOptions: { module: "esnext", moduleResolution: "bundler" }, ending: "" },
    { compilerOptions: { module: "commonjs" }, ending: "" },
    { compilerOptions: { module: "nodenext", rewriteRelativeImportExtensions: true }, ending: ".ts" },
    { compilerOptions: { moduleResolution: "Bundler", allowImportingTsExtensions: true }, ending: ".ts" },
    { compilerOptions: {}, ending: ".js" },
  ])("with '$ending' under $compilerOptions", async ({ compilerOptions, ending }) => {
    const cwd = tempFolder({ "tsconfig.json": `{ // a comment\n "compilerOptions": ${JSON.stringify(compilerOptions)}, }` });
    await capture(["generate", "github", "--events", "push"], cwd);
    expect(read(cwd, "github/handler.ts")).toContain(`from "./payloads${ending}";`);
  });

  it.each([
    ["ts", ".ts"],
    ["none", ""],
    ["auto", ".js"],
  ])("as --import-extension %s says", async (flag, ending) => {
    const cwd = tempFolder({ "tsconfig.json": "{ broken" });
    await capture(["generate", "github", "--events", "push", "--import-extension", flag], cwd);
    expect(read(cwd, "github/handler.ts")).toContain(`from "./payloads${ending}";`);
  });
});
