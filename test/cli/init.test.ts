import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const SHOP = { "package.json": JSON.stringify({ type: "module", dependencies: { express: "5" } }), "tsconfig.json": "{}", "src/app.ts": "" };
const ROUTES = "src/webhooks/routes.ts";
const github = ["init", "github", "--events", "push"];

function texts(cwd: string): ReadonlyMap<string, string> {
  const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(files.map((entry) => join(entry.parentPath, entry.name)).map((file) => [file, readFileSync(file, "utf8")]));
}

describe("init", () => {
  it("changes nothing the second time", async () => {
    const cwd = tempFolder(SHOP);
    await capture(github, cwd);
    const before = texts(cwd);
    const again = await capture(github, cwd);
    expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`kept  ${ROUTES}\n`) });
    expect(again.stderr).not.toContain("Add to");
    expect(texts(cwd)).toEqual(before);
  });

  it("overwrites nothing of the user's, and says what their route file lacks", async () => {
    const mine = "// mine\n";
    const cwd = tempFolder({ ...SHOP, [ROUTES]: mine, "src/webhooks/my-github-handler.ts": mine, ".env.example": "GITHUB_WEBHOOK_SECRET=from the vault\n", ".env": "GITHUB_WEBHOOK_SECRET=s3cret\n" });
    const { stdout, stderr } = await capture(github, cwd);
    expect(stdout).toContain("kept  src/webhooks/my-github-handler.ts\nkept  src/webhooks/routes.ts\n");
    expect(stderr).toContain(`Add to ${ROUTES}, which is yours and was kept:\n     import { MyGitHubHandler } from "./my-github-handler.js";\n     github: new MyGitHubHandler(),\n`);
    expect(stdout + stderr).not.toContain("s3cret");
    for (const file of [ROUTES, "src/webhooks/my-github-handler.ts"]) expect(readFileSync(join(cwd, file), "utf8")).toBe(mine);
    expect(readFileSync(join(cwd, ".env.example"), "utf8")).toBe("GITHUB_WEBHOOK_SECRET=from the vault\n");
    expect(readFileSync(join(cwd, ".env"), "utf8")).toBe("GITHUB_WEBHOOK_SECRET=s3cret\n");
  });

  it("writes a class and a route for each webhook of each provider", async () => {
    const cwd = tempFolder(SHOP);
    await capture(["add", "acme", "--event", "sent"], cwd);
    await capture(["add", "acme", "--webhook", "billing", "--event", "charge"], cwd);
    expect(await capture(["init", "acme", "stripe"], cwd)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, ROUTES), "utf8")).toContain('  acme: new MyAcmeHandler(),\n  "acme/billing": new MyAcmeBillingHandler(),\n  stripe: new MyStripeHandler(),\n');
    expect(readFileSync(join(cwd, "src/webhooks/my-acme-billing-handler.ts"), "utf8")).toContain('from "./acme/billing.js"');
    expect(readFileSync(join(cwd, ".env.example"), "utf8")).toBe("ACME_WEBHOOK_SECRET=\nSTRIPE_WEBHOOK_SECRET=\n");
  });

  it("writes all or nothing", async () => {
    const cwd = tempFolder({ ...SHOP, ".env.example/keep": "" });
    expect(await capture(github, cwd)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("not-a-file") });
    expect(existsSync(join(cwd, "src/webhooks"))).toBe(false);
    const other = tempFolder({ ...SHOP, [`${ROUTES}/keep`]: "" });
    expect(await capture(github, other)).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringContaining("not-a-file") });
    expect(readdirSync(join(other, "src/webhooks"))).toEqual(["routes.ts"]);
  });

  it("writes nothing through a symlink", async () => {
    const elsewhere = tempFolder();
    const cwd = tempFolder(SHOP);
    symlinkSync(elsewhere, join(cwd, "src/webhooks"));
    expect(await capture(github, cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("symlink") });
    const next = tempFolder({ "package.json": '{"dependencies":{"next":"16"}}' });
    mkdirSync(join(next, "app"));
    symlinkSync(elsewhere, join(next, "app/webhooks"));
    expect(await capture(github, next)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("symlink") });
    const env = tempFolder(SHOP);
    symlinkSync(join(elsewhere, "env"), join(env, ".env.example"));
    expect(await capture(github, env)).toMatchObject({ exitCode: 2 });
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(existsSync(join(env, "src/webhooks"))).toBe(false);
  });

  it("works in a working directory that is reached through a symlink", async () => {
    const root = tempFolder({ "real/package.json": "{}" });
    symlinkSync(join(root, "real"), join(root, "shop"));
    expect(await capture([...github, "--cwd", "shop"], root)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("created  .env.example\n") });
    expect(await capture(["add", "acme", "--event", "sent", "--cwd", "shop"], root)).toMatchObject({ exitCode: 0 });
  });

  it("puts Next's route where the path of the webhook leads", async () => {
    const cwd = tempFolder({ "package.json": '{"dependencies":{"next":"16"}}', "src/app/page.tsx": "", "tsconfig.json": '{"compilerOptions":{"moduleResolution":"bundler"}}' });
    await capture(["add", "acme", "--event", "sent", "--path", "/hooks/acme"], cwd);
    expect(await capture(["init", "acme"], cwd)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("created  src/app/hooks/[...path]/route.ts\n") });
    expect(readFileSync(join(cwd, "src/app/hooks/[...path]/route.ts"), "utf8")).toContain('from "../../../webhooks/my-acme-handler"');
  });

  it("writes where it is told to, beside the working directory as well as in it", async () => {
    const root = tempFolder({ "shop/package.json": "{}" });
    const cwd = join(root, "shop");
    expect(await capture([...github, "--output", "../hooks"], cwd)).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('from "./hooks/routes.js"') });
    expect(readdirSync(join(root, "hooks")).toSorted()).toEqual(["github", "my-github-handler.ts", "routes.ts"]);
    expect(await capture([...github, "--output", "."], cwd)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("created  my-github-handler.ts\ncreated  routes.ts\n") });
    expect(readFileSync(join(cwd, "routes.ts"), "utf8")).toContain('from "./my-github-handler.js"');
  });

  it.each([
    ['{ "compilerOptions": { "module": "commonjs" } }', true],
    ['{ "compilerOptions": { "module": "esnext", "moduleResolution": "Node" } }', true],
    ['{ "compilerOptions": { "module": "commonjs", "moduleResolution": "nodenext" } }', false],
    ['{ "compilerOptions": { "module": "nodenext" } }', false],
    ["not a tsconfig", false],
  ])("with the tsconfig %s, to change it is a step: %s", async (tsconfig, isStep) => {
    const { stderr } = await capture(github, tempFolder({ ...SHOP, "tsconfig.json": tsconfig }));
    expect(stderr.includes('Set "module" and "moduleResolution"')).toBe(isStep);
  });

  it("asks nothing where nobody can answer", async () => {
    expect(await capture(["init"], tempFolder(SHOP), { isTTY: true })).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("No provider is named.") });
    expect(await capture(["init", "github", "stripe", "--events", "push"], tempFolder(SHOP))).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("one-provider-only") });
  });
});
