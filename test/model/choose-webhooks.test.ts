import { describe, expect, it } from "vitest";
import type { Flags } from "../../src/flags.js";
import { acmeModel, acmeProblems } from "./acme-model.js";

const webhooks = { default: ["push", "issues"], releases: ["release", "push"], all_hands: ["meeting"] };

/** The files of a run, each with its events; in brackets when only its payloads are needed. */
function files(flags: Flags, kept: Readonly<Record<string, Flags>> = {}): readonly string[] {
  return acmeModel({ webhooks, flags, kept: new Map(Object.entries(kept)) }).webhooks.map(({ file, events, isWritten }) => {
    const text = [file, ...events.map(({ event }) => event)].join(" ");
    return isWritten ? text : `(${text})`;
  });
}

/** The commands in the files' headers, without what they have in common. */
function commands(flags: Flags, kept: Readonly<Record<string, Flags>> = {}): readonly string[] {
  return acmeModel({ webhooks, flags, kept: new Map(Object.entries(kept)) }).webhooks.map(({ command }) => command.replace("npx smart-webhooks generate acme", "…"));
}

describe("what is written", () => {
  it.each<[string, Flags, Readonly<Record<string, Flags>>, readonly string[]]>([
    ["is every webhook", {}, {}, ["handler push issues", "releases release push", "all_hands meeting"]],
    ["is the one that --webhook names", { webhook: "releases" }, {}, ["releases release push"]],
    ["is as it was kept", {}, { default: { events: ["issues"] }, releases: {}, all_hands: {} }, ["handler issues", "releases release push", "all_hands meeting"]],
    ["is the one that was kept alone", {}, { releases: { webhook: "releases" } }, ["releases release push"]],
    ["is every webhook after --webhook all", { webhook: "all" }, { releases: { webhook: "releases" } }, ["handler push issues", "releases release push", "all_hands meeting"]],
    ["leaves the other files alone, whose payloads it needs", { webhook: "releases" }, { default: { events: ["push"] } }, ["(handler push)", "releases release push"]],
    ["lists the events that --events names, where they are listed", { events: ["push"] }, {}, ["handler push", "releases push", "all_hands meeting"]],
    ["keeps the events of a webhook that lists none of those named", { events: ["meeting"] }, { default: { events: ["issues"] } }, ["handler issues", "releases release push", "all_hands meeting"]],
    ["lists all events again after --events all", { events: ["all"] }, { default: { events: ["issues"] } }, ["handler push issues", "releases release push", "all_hands meeting"]],
  ])("%s", (_, flags, kept, expected) => expect(files(flags, kept)).toEqual(expected));
});

describe("the command in a header", () => {
  it.each<[string, Flags, Readonly<Record<string, Flags>>, readonly string[]]>([
    ["says nothing where nothing was chosen", {}, {}, ["…", "…", "…"]],
    ["says only what concerns its file", { webhook: "releases", events: ["release"] }, { default: { events: ["push"] } }, ["… --events push", "… --webhook releases --events release"]],
    ["says what holds for all files in each", { samples: true, importExtension: "ts" }, {}, ["… --import-extension ts --samples", "… --import-extension ts --samples", "… --import-extension ts --samples"]],
    ["keeps that from any file", {}, { releases: { samples: true } }, ["… --samples", "… --samples", "… --samples"]],
    ["and that the payloads are checked", {}, { default: { validators: true } }, ["… --validators", "… --validators", "… --validators"]],
    ["forgets it again", { samples: false, importExtension: "auto" }, { default: { samples: true, importExtension: "none" } }, ["…", "…", "…"]],
    ["says a class's own name", { className: "Hooks" }, { releases: { className: "Published" } }, ["… --class-name Hooks", "… --class-name Published", "…"]],
    ["says no name that the class has anyway", { className: "AcmeHandler" }, {}, ["…", "…", "…"]],
  ])("%s", (_, flags, kept, expected) => expect(commands(flags, kept)).toEqual(expected));
});

describe("refused is", () => {
  it.each<[string, Flags, Readonly<Record<string, Flags>>, string, string, string]>([
    ["a webhook that the YAML does not have", { webhook: "release" }, {}, "unknown-webhook", 'acme has no webhook "release"', 'Did you mean "releases"?'],
    ["an event of another webhook", { webhook: "all_hands", events: ["push"] }, {}, "unknown-event", 'acme has no event "push"', "It has: meeting"],
    ["a kept event that the YAML no longer has", {}, { default: { events: ["fork"] } }, "unknown-event", 'acme has no event "fork", which this file was made with', "It has: push, issues. Say --events with the names you want, or --events all for every one."],
    ["a kept webhook that the YAML no longer has", {}, { release: { webhook: "release" } }, "unknown-webhook", 'acme has no webhook "release", which this file was made of', 'Did you mean "releases"? Say --webhook and a name to make another one, or --webhook all for every one: this file goes then.'],
    ["one beside another", {}, { default: { webhook: "default" }, x: { webhook: "x" } }, "unknown-webhook", 'acme has no webhook "x", which this file was made of', "It has: default, releases, all_hands. Say --webhook and a name to make another one, or --webhook all for every one: this file goes then."],
    ["the word all, kept as an event", {}, { default: { events: ["all"] } }, "unknown-event", 'acme has no event "all", which this file was made with', "It has: push, issues. Say --events with the names you want, or --events all for every one."],
    ["formatting that only a file asks for", {}, { default: { format: true } }, "format-unsaid", "The files of acme were made with --format, which runs the project's own prettier", "Say --format again, or --no-format to do without"],
  ])("%s", (_, flags, kept, code, message, hint) => {
    expect(acmeProblems({ webhooks, flags, kept: new Map(Object.entries(kept)) })).toEqual([{ code, severity: "error", message, hint }]);
  });

  it("what is kept, at its place", () => {
    const at = { file: "webhooks/acme/handler.ts", line: 2 };
    for (const before of [{ events: ["fork"], at }, { webhook: "gone", at }]) {
      expect(acmeProblems({ webhooks, kept: new Map([["default", before]]) })).toMatchObject([{ at }]);
    }
  });

  it("each of twenty names, and the others in one", () => {
    const events = Array.from({ length: 30_000 }, (_, index) => `missing_${index}`);
    const listed = Array.from({ length: 5000 }, (_, index) => `event_${index}`);
    for (const acme of [{ flags: { events } }, { kept: new Map([["default", { events }]]) }]) {
      const problems = acmeProblems({ webhooks: { default: listed }, ...acme });
      expect(problems).toHaveLength(21);
      expect(problems.at(-1)).toMatchObject({ code: "unknown-event", message: "29980 more names are unknown" });
    }
  });

  it("each of twenty actions, and the others in one", () => {
    const events = Array.from({ length: 30 }, (_, index) => `push.missing_${index}`);
    const problems = acmeProblems({ webhooks: { default: ["push"] }, actions: { push: ["done"] }, flags: { events } });
    expect(problems.map(({ code }) => code)).toEqual(Array.from({ length: 21 }, () => "unknown-action"));
  });

  it.each(["releases", "all"])("no kept webhook that is lost where --webhook %s says what to make", (webhook) => {
    expect(acmeProblems({ webhooks, flags: { webhook }, kept: new Map([["gone", { webhook: "gone" }]]) })).toEqual([]);
  });

  it("nothing of the word all, where a webhook is called so", () => {
    const { webhooks: built } = acmeModel({ webhooks: { default: ["push"], all: ["issues"] }, flags: { webhook: "all" } });
    expect(built.map(({ file }) => file)).toEqual(["all"]);
  });
});
