import { describe, expect, it } from "vitest";
import { completionsAt } from "./language-service.js";

const imports = `import { GitHubHandler } from "./github/handler.js";\n`;

describe("in a class", () => {
  const methods = completionsAt(`${imports}class Mine extends GitHubHandler {\n  onPu|\n}\n`);

  it("onPu| offers the methods of the events", () => {
    expect(methods.names).toEqual(expect.arrayContaining(["onPush", "onPullRequest", "onPullRequestOpened", "onIssuesOpened"]));
  });

  it("onPush is written with its type, which is imported, and says what it is", () => {
    const { text, imports: added, documentation } = methods.choose("onPush");
    expect(text).toMatch(/^override onPush\(event: PushEvent\): WebhookResult \{/);
    expect(added).toContain("PushEvent");
    expect(documentation).toContain("`push`: someone pushed commits or tags.");
  });

  it("event.payload.| lists the fields of the payload", () => {
    const method = "override onPush(event: PushEvent) { event.payload.| }";
    const { names } = completionsAt(`${imports.replace("{ ", "{ type PushEvent, ")}class Mine extends GitHubHandler { ${method} }\n`);
    expect(names).toEqual(expect.arrayContaining(["ref", "commits", "head_commit", "repository", "pusher"]));
  });

  it("this.| offers the responses", () => {
    const { names } = completionsAt(`${imports}class Mine extends GitHubHandler { override onIssues() { return this.| } }\n`);
    expect(names).toEqual(expect.arrayContaining(["successResponse", "errorResponse"]));
  });
});

describe("in define", () => {
  it("on| offers the methods of the events", () => {
    const { names } = completionsAt(`${imports}GitHubHandler.define({ on| });\n`);
    expect(names).toEqual(expect.arrayContaining(["onPush", "onPullRequest", "onPullRequestOpened", "onEvent"]));
  });

  it("event.payload.| lists the fields without any annotation", () => {
    const { names } = completionsAt(`${imports}GitHubHandler.define({ onPush(event) { event.payload.| } });\n`);
    expect(names).toEqual(expect.arrayContaining(["ref", "commits", "head_commit"]));
  });

  it("a payload's keys are offered where it is taken apart", () => {
    const { names } = completionsAt(`${imports}GitHubHandler.define({ onPullRequestOpened({ payload: { | } }) {} });\n`);
    expect(names).toEqual(expect.arrayContaining(["pull_request", "repository", "sender"]));
  });
});

it("a switch over actions offers them all", () => {
  const method = `override onPullRequest(event: PullRequestEvent) { switch (event.action) { case "|" } }`;
  const { names } = completionsAt(`${imports.replace("{ ", "{ type PullRequestEvent, ")}class Mine extends GitHubHandler { ${method} }\n`);
  expect(names).toEqual(expect.arrayContaining(["opened", "closed", "synchronize"]));
});
