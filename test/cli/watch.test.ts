import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { tempFolder } from "../temp-folder.js";

const yaml = (events: string) => `
webhooks:
  default:
    signature_header: X-Acme-Signature
    verification_type: hmac_sha256
    signing_secret_env: ACME_SECRET
    event_header: X-Acme-Event
    events: [${events}]
`;
const schema = (field: string) => JSON.stringify({ type: "object", properties: { [field]: { type: "string" } } });

it("generate --watch follows the YAML and the schemas, and survives a broken file", async () => {
  const cwd = tempFolder({ "providers/acme/webhook.yaml": yaml("made"), "schemas/acme/made.schema.json": schema("first") });
  const said = watching(cwd);
  const file = (name: string) => readFileSync(join(cwd, "webhooks/acme", name), "utf8");
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text);

  await vi.waitFor(() => expect(file("payloads.ts")).toContain("first?: string"), wait);
  await vi.waitFor(() => expect(said()).toContain("Watching"), wait);

  write("providers/acme/webhook.yaml", yaml("made, paid"));
  await vi.waitFor(() => expect(file("handler.ts")).toContain("onPaid?("), wait);

  write("schemas/acme/made.schema.json", "{ broken");
  await vi.waitFor(() => expect(said()).toContain("schemas/acme/made.schema.json:1:"), wait);
  expect(file("payloads.ts")).toContain("first?: string");

  write("schemas/acme/made.schema.json", schema("second"));
  await vi.waitFor(() => expect(file("payloads.ts")).toContain("second?: string"), wait);

  rmSync(join(cwd, "schemas/acme/made.schema.json"));
  await vi.waitFor(() => expect(file("handler.ts")).toContain(`WebhookEvent<"made", unknown>`), wait);
});

it("generate --watch sees folders that are made after it began", async () => {
  const cwd = tempFolder();
  const said = watching(cwd);
  const file = (name: string) => readFileSync(join(cwd, "webhooks/acme", name), "utf8");
  await vi.waitFor(() => expect(said()).toContain("Watching"), wait);

  mkdirSync(join(cwd, "providers/acme"), { recursive: true });
  writeFileSync(join(cwd, "providers/acme/webhook.yaml"), yaml("made"));
  await vi.waitFor(() => expect(file("handler.ts")).toContain("onMade?("), wait);

  mkdirSync(join(cwd, "schemas/acme"), { recursive: true });
  writeFileSync(join(cwd, "schemas/acme/made.schema.json"), schema("first"));
  await vi.waitFor(() => expect(file("payloads.ts")).toContain("first?: string"), wait);
});

it("generate --watch follows no symlink", async () => {
  const [cwd, outside] = [tempFolder({ "providers/acme/webhook.yaml": yaml("made"), "schemas/own.json": "{}" }), tempFolder()];
  symlinkSync("/", join(cwd, "schemas/everything"));
  symlinkSync(outside, join(cwd, "providers/outside"));
  const said = watching(cwd);
  const runs = (): number => said().split("Watching").length - 1;
  await vi.waitFor(() => expect(runs()).toBe(1), wait);

  writeFileSync(join(outside, "webhook.yaml"), yaml("made"));
  writeFileSync(join(cwd, "providers/acme/webhook.yaml"), yaml("made, paid"));
  await vi.waitFor(() => expect(runs()).toBe(2), wait);
  expect(readFileSync(join(cwd, "webhooks/acme/handler.ts"), "utf8")).toContain("onPaid?(");
  expect(said()).not.toContain("error");
});

const wait = { timeout: 20_000, interval: 20 };

/** Starts the command, and answers how to read what it has said. */
function watching(cwd: string): () => string {
  const args = [join(packageRoot(), "bin/smart-webhooks.js"), "generate", "acme", "--watch"];
  const child: ChildProcess = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
  return () => text;
}
