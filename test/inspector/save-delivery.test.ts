import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixtureName } from "../../src/inspector/fixture-name.js";
import type { SavedFile } from "../../src/inspector/save-delivery.js";
import { capture } from "../cli/capture.js";
import { tempFolder } from "../temp-folder.js";
import { inspect, SECRET } from "./inspect.js";

const PUSH = { ref: "refs/heads/main", commits: [], before: "a", after: "b" };
const save = ({ call }: Awaited<ReturnType<typeof inspect>>, kind: "fixture" | "test", preview = false): Promise<readonly SavedFile[]> => call("deliveries/1/save", { kind, preview });

describe("a fixture", () => {
  test("is the payload, under the next free name", async () => {
    const inspected = await inspect({ files: { "test/fixtures/webhooks/github/push-1.json": "mine" } });
    await inspected.push(PUSH);
    expect((await save(inspected, "fixture")).map(({ path }) => path)).toEqual(["test/fixtures/webhooks/github/push-2.json"]);
    expect((await save(inspected, "fixture")).map(({ path }) => path)).toEqual(["test/fixtures/webhooks/github/push-3.json"]);
    const folder = join(inspected.cwd, "test/fixtures/webhooks/github");
    expect(readdirSync(folder).toSorted()).toEqual(["push-1.json", "push-2.json", "push-3.json"]);
    expect(readFileSync(join(folder, "push-1.json"), "utf8")).toBe("mine");
    expect(JSON.parse(readFileSync(join(folder, "push-2.json"), "utf8"))).toEqual(PUSH);
  });

  test("has no header, no signature and no secret in it", async () => {
    const inspected = await inspect();
    await inspected.push({ ...PUSH, token: SECRET }, { authorization: "Bearer abcdefgh" });
    const [file] = await save(inspected, "fixture");
    expect(file?.text).not.toMatch(/sha256|abcdefgh|secret to everybody/);
  });

  test("of two pages at once is two files", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    const saved = await Promise.all(Array.from({ length: 5 }, () => save(inspected, "fixture")));
    expect(saved.flat().map(({ path }) => path.slice(-6)).toSorted()).toEqual(["1.json", "2.json", "3.json", "4.json", "5.json"].map((end) => end.padStart(6, "-")));
  });

  test("that is only looked at is not written", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    const files = await save(inspected, "fixture", true);
    expect(files).toMatchObject([{ path: "test/fixtures/webhooks/github/push-1.json" }]);
    expect(existsSync(join(inspected.cwd, "test"))).toBe(false);
  });

  test.each(["test", "test/fixtures", "test/fixtures/webhooks", "test/fixtures/webhooks/github"])("does not go through a symlink at %s", async (link) => {
    const elsewhere = tempFolder();
    const inspected = await inspect();
    mkdirSync(join(inspected.cwd, link, ".."), { recursive: true });
    symlinkSync(elsewhere, join(inspected.cwd, link));
    await inspected.push(PUSH);
    await expect(save(inspected, "fixture")).rejects.toThrow("symlink");
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("does not replace a symlink that has its name", async () => {
    const inspected = await inspect();
    mkdirSync(join(inspected.cwd, "test/fixtures/webhooks/github"), { recursive: true });
    symlinkSync(join(inspected.cwd, "nothing"), join(inspected.cwd, "test/fixtures/webhooks/github/push-1.json"));
    await inspected.push(PUSH);
    expect((await save(inspected, "fixture")).map(({ path }) => path)).toEqual(["test/fixtures/webhooks/github/push-2.json"]);
    expect(existsSync(join(inspected.cwd, "nothing"))).toBe(false);
  });

  test("of an event whose name is a path stays in its folder", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH, { "x-github-event": "../../../../evil" });
    const [file] = await save(inspected, "fixture");
    expect(file?.path).toBe("test/fixtures/webhooks/github/evil-1.json");
    expect(existsSync(join(inspected.cwd, file?.path ?? ""))).toBe(true);
  });

  test("cannot be made of what has no payload", async () => {
    const inspected = await inspect();
    await inspected.raw("POST", "/webhooks/github", { "x-github-event": "push" }, "no JSON");
    await expect(save(inspected, "fixture")).rejects.toThrow("no-event");
  });
});

describe("a file's name", () => {
  test.each([
    ["pull_request.opened", "pull_request.opened"],
    ["a/b", "a-b"],
    ["..", "event"],
    ["", "event"],
    ["../../etc/passwd", "etc-passwd"],
    ["a\\..\\b", "a-.-b"],
    ["C:\\x", "C-x"],
    ["\u0000\u202e<img>", "img"],
    [".hidden", "hidden"],
    ["x".repeat(500), "x".repeat(80)],
  ])("for the event %j is %j", (event, name) => expect(fixtureName(event)).toBe(name));
});

describe("a test", () => {
  const generated = async (files: Readonly<Record<string, string>> = {}): Promise<Awaited<ReturnType<typeof inspect>>> => {
    const inspected = await inspect({ files });
    expect((await capture(["generate", "github", "--events", "push,issues", "--output", "src/webhooks"], inspected.cwd)).exitCode).toBe(0);
    await inspected.push(PUSH);
    return inspected;
  };

  test("calls the user's own class, with the fixture beside it", async () => {
    const inspected = await generated({ "src/hooks.ts": `import { GitHubHandler } from "./webhooks/github/handler.js";\nexport class MyHandler extends GitHubHandler {}\n` });
    const files = await save(inspected, "test");
    expect(files.map(({ path }) => path)).toEqual(["test/fixtures/webhooks/github/push-1.json", "test/webhooks/github/push-1.test.ts"]);
    expect(files[1]?.text).toMatchInlineSnapshot(`
      "import { readFileSync } from "node:fs";
      import { WebhookEvent } from "@smart-webhooks/runtime";
      import { expect, test } from "vitest";
      import { MyHandler } from "../../../src/hooks.js";

      const handler = new MyHandler();

      // The payload of a delivery, as smart-webhooks dev took it.
      const payload = JSON.parse(readFileSync(new URL("../../fixtures/webhooks/github/push-1.json", import.meta.url), "utf8"));

      test("github: push is handled", async () => {
        const event = new WebhookEvent({
          provider: "github",
          type: "push",
          id: "d-63",
          payload,
          verified: true,
        });
        const answer = await handler.dispatch(event);
        expect(answer.status).toBeLessThan(400);
      });
      "
    `);
    expect(readFileSync(join(inspected.cwd, files[1]?.path ?? ""), "utf8")).toBe(files[1]?.text);
  });

  test("calls what the user defined", async () => {
    const inspected = await generated({ "src/hooks.ts": `export const github = GitHubHandler.define({});\n` });
    expect((await save(inspected, "test"))[1]?.text).toContain('import { github } from "../../../src/hooks.js";\n\nconst handler = github;\n');
  });

  test("says what to import where no class was found", async () => {
    const text = (await save(await generated(), "test"))[1]?.text;
    expect(text).toContain('import { GitHubHandler } from "../../../src/webhooks/github/handler.js";');
    expect(text).toContain("No exported class that extends GitHubHandler was found: import yours.");
  });

  test("takes the number that is free for both files", async () => {
    const inspected = await generated({ "test/webhooks/github/push-1.test.ts": "mine" });
    expect((await save(inspected, "test")).map(({ path }) => path)).toEqual(["test/fixtures/webhooks/github/push-2.json", "test/webhooks/github/push-2.test.ts"]);
    expect(readFileSync(join(inspected.cwd, "test/webhooks/github/push-1.test.ts"), "utf8")).toBe("mine");
  });

  test("needs a handler", async () => {
    const inspected = await inspect();
    await inspected.push(PUSH);
    await expect(save(inspected, "test")).rejects.toThrow("nothing-generated");
    expect(existsSync(join(inspected.cwd, "test"))).toBe(false);
  });

  test("cannot be made to hold code by a sender", async () => {
    const inspected = await generated();
    await inspected.call("clear", {});
    await inspected.push(PUSH, { "x-github-event": 'push", x: process.exit() //', "x-github-delivery": "`${evil}`\"" });
    const text = (await inspected.call<readonly SavedFile[]>("deliveries/2/save", { kind: "test", preview: true }))[1]?.text ?? "";
    expect(text).toContain('type: "push\\", x: process.exit() //",');
  });
});
