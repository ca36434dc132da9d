import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../temp-folder.js";
import { capture } from "./capture.js";

const YAML = "providers/acme/webhook.yaml";
const ACME = "webhooks:\n  default:\n    verification_type: token\n    signature_header: X-Acme-Token\n    event_field: type\n    events: [a]\n";

describe("add", () => {
  it("completes what an import left open", async () => {
    const cwd = tempFolder({ [YAML]: "# made\nwebhooks:\n  default:\n    path: /x\n    # verification_type: hmac_sha256\n    event_field: type\n    events:\n      - a\n" });
    expect(await capture(["add", "acme", "--verification-type", "hmac_sha256", "--signature-header", "X-Acme"], cwd)).toMatchObject({ exitCode: 0, stdout: `changed  ${YAML}\n` });
    expect(readFileSync(join(cwd, YAML), "utf8")).toBe("# made\nwebhooks:\n  default:\n    path: /x\n    verification_type: hmac_sha256\n    signature_header: X-Acme\n    # verification_type: hmac_sha256\n    event_field: type\n    events:\n      - a\n");
  });

  it("keeps a byte order mark, and the file's permissions", async () => {
    const cwd = tempFolder({ [YAML]: `\uFEFF${ACME}` });
    chmodSync(join(cwd, YAML), 0o600);
    expect(await capture(["add", "acme", "--event", "b"], cwd)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(join(cwd, YAML), "utf8")).toBe(`\uFEFF${ACME.replace("[a]", "[a, b]")}`);
    expect(statSync(join(cwd, YAML)).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(cwd, "providers/acme"))).toEqual(["webhook.yaml"]);
  });

  it("writes nothing through a symlink", async () => {
    const elsewhere = tempFolder({ "webhook.yaml": ACME, "acme/webhook.yaml": ACME });
    const links: readonly (readonly [string, string])[] = [["providers", elsewhere], ["providers/acme", elsewhere], [YAML, join(elsewhere, "webhook.yaml")]];
    for (const [link, target] of links) {
      const cwd = tempFolder();
      mkdirSync(join(cwd, link, ".."), { recursive: true });
      symlinkSync(target, join(cwd, link));
      expect(await capture(["add", "acme", "--event", "b"], cwd), link).toMatchObject({ exitCode: 2, stdout: "", stderr: expect.stringMatching(/symlink|link out of its folder/) });
    }
    expect(readFileSync(join(elsewhere, "webhook.yaml"), "utf8")).toBe(ACME);
    expect(readFileSync(join(elsewhere, "acme/webhook.yaml"), "utf8")).toBe(ACME);
  });

  it("makes no folder through a symlink either, and none below a file", async () => {
    const elsewhere = tempFolder();
    const cwd = tempFolder();
    symlinkSync(elsewhere, join(cwd, "providers"));
    expect(await capture(["add", "acme", "--event", "b"], cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("symlink") });
    expect(readdirSync(elsewhere)).toEqual([]);
    const other = tempFolder({ providers: "a file" });
    expect(await capture(["add", "acme", "--event", "b"], other)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("not-a-folder") });
  });

  it("works in the providers folder that is named", async () => {
    const cwd = tempFolder();
    expect(await capture(["add", "acme", "--event", "b", "--providers-dir", "config/hooks"], cwd)).toMatchObject({ exitCode: 0, stdout: "created  config/hooks/acme/webhook.yaml\n" });
    expect(existsSync(join(cwd, "providers"))).toBe(false);
  });

  it("shows no secret that a comment holds", async () => {
    const cwd = tempFolder({ [YAML]: `${ACME}# the old one: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n` });
    const { stdout, stderr } = await capture(["add", "acme", "--event", "b", "--dry-run"], cwd);
    expect(stdout).toContain("+    events: [a, b]\n (hidden: this line may hold a secret)");
    expect(stdout + stderr).not.toContain("whsec_");
  });

  it("leaves a file alone that is not UTF-8", async () => {
    const cwd = tempFolder({ [YAML]: "" });
    const bytes = Buffer.concat([Buffer.from(ACME), Buffer.from([0x23, 0xff, 0x0a])]);
    writeFileSync(join(cwd, YAML), bytes);
    expect(await capture(["add", "acme", "--event", "b"], cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("not-utf8") });
    expect(readFileSync(join(cwd, YAML)).equals(bytes)).toBe(true);
  });

  it("a name that only looks like a known one is taken with the way it signs", async () => {
    const cwd = tempFolder();
    expect(await capture(["add", "strype", "--event", "b"], cwd)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("Did you mean stripe?") });
    expect(await capture(["add", "strype", "--event", "b", "--verification-type", "stripe"], cwd)).toMatchObject({ exitCode: 0 });
  });
});
