import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addHandlerMethods } from "../../src/user-code/add-handler-methods.js";
import { handlerProject } from "./handler-project.js";

const TEXT = `import { GitHubHandler } from "./webhooks/github/handler.js";
import { GitHubReleasesHandler } from "./webhooks/github/releases.js";

export class Main extends GitHubHandler {}

export class Releases extends GitHubReleasesHandler {}

export const more = GitHubHandler.define({});
`;

/** A project with two webhooks of one provider, and handlers of both in one file. */
function twoWebhooks(): string {
  const cwd = handlerProject({ "mine.ts": TEXT });
  const handler = readFileSync(join(cwd, "webhooks/github/handler.ts"), "utf8");
  writeFileSync(join(cwd, "webhooks/github/releases.ts"), handler.replaceAll("GitHubHandler", "GitHubReleasesHandler").replace('webhook: "default"', 'webhook: "releases"'));
  return cwd;
}

describe("the class that is meant", () => {
  it.each([
    ["of a webhook", { webhook: "releases" }, "class Releases extends GitHubReleasesHandler {\n  override onPush("],
    ["by its name", { className: "Main" }, "class Main extends GitHubHandler {\n  override onPush("],
    ["by the name of its constant", { className: "more" }, "define({\n  onPush(event)"],
  ])("%s", async (_, choice, text) => {
    const cwd = twoWebhooks();
    const { plan } = await addHandlerMethods({ file: "mine.ts", cwd, provider: "github", events: ["push"], ...choice });
    expect(plan.changes[0]?.after.replace("export const more = GitHubHandler.", "")).toContain(text);
  });

  it("must be said", async () => {
    const adding = addHandlerMethods({ file: "mine.ts", cwd: twoWebhooks(), provider: "github", events: ["push"] });
    await expect(adding).rejects.toThrow("mine.ts has 3 handlers of github: Main (line 4), Releases (line 6), more (line 8).");
  });
});
