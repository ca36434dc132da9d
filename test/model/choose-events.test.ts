import { describe, expect, it } from "vitest";
import { acmeModel, acmeProblems, type Acme } from "./acme-model.js";

const EVENTS = ["push", "pull_request", "a", "a.b", "__proto__"];
const ACTIONS = { pull_request: ["opened", "closed", "labeled"], a: ["c", "d"], "a.b": ["c"] };

/** The chosen events, each with its actions behind it. */
function chosen(events: readonly string[] | undefined): readonly string[] {
  const [webhook] = acmeModel({ webhooks: { default: EVENTS }, actions: ACTIONS, flags: { events } }).webhooks;
  return webhook?.events.map(({ event, actions }) => [event, ...actions.map(({ action }) => action)].join(" ")) ?? [];
}

describe("--events", () => {
  it.each<[string, readonly string[] | undefined, readonly string[]]>([
    ["not given takes all", undefined, ["push", "pull_request opened closed labeled", "a c d", "a.b c", "__proto__"]],
    ["all takes all", ["all"], ["push", "pull_request opened closed labeled", "a c d", "a.b c", "__proto__"]],
    ["takes what it names, in the order of the YAML", ["a.b", "push"], ["push", "a.b c"]],
    ["takes an event with all its actions", ["pull_request"], ["pull_request opened closed labeled"]],
    ["takes single actions, in the order of the schema", ["pull_request.labeled", "pull_request.opened"], ["pull_request opened labeled"]],
    ["takes all actions where the event is named too", ["pull_request.opened", "pull_request"], ["pull_request opened closed labeled"]],
    ["takes nothing twice", ["push", "push", "pull_request.opened", "pull_request.opened"], ["push", "pull_request opened"]],
    ["means the event, where there is one of that name", ["a.b"], ["a.b c"]],
    ["means the action of the longest event", ["a.b.c"], ["a.b c"]],
    ["means an action where no event is called so", ["a.c"], ["a c"]],
    ["takes what every object inherits", ["__proto__"], ["__proto__"]],
  ])("%s", (_, events, expected) => expect(chosen(events)).toEqual(expected));

  it.each([
    ["psuh", "unknown-event", 'acme has no event "psuh"', 'Did you mean "push"?'],
    ["Push", "unknown-event", 'acme has no event "Push"', 'Did you mean "push"?'],
    ["ab", "unknown-event", 'acme has no event "ab"', "It has: push, pull_request, a, a.b, __proto__"],
    ["push.", "unknown-event", 'acme has no event "push."', 'Did you mean "push"?'],
    ["constructor", "unknown-event", 'acme has no event "constructor"', "It has: push, pull_request, a, a.b, __proto__"],
    ["pull_request.opend", "unknown-action", 'The event "pull_request" has no action "opend"', 'Did you mean "opened"?'],
    ["pull_request.zzz", "unknown-action", 'The event "pull_request" has no action "zzz"', "It has: opened, closed, labeled"],
    ["push.made", "unknown-action", 'The event "push" has no action "made"', "It has: none"],
    ["pull_request,pull_request.nope", "unknown-action", 'The event "pull_request" has no action "nope"', "It has: opened, closed, labeled"],
    ["a.b.constructor", "unknown-action", 'The event "a.b" has no action "constructor"', "It has: c"],
  ])("%s is refused, and told what there is", (wanted, code, message, hint) => {
    const problems = acmeProblems({ webhooks: { default: EVENTS }, actions: ACTIONS, flags: { events: wanted.split(",") } });
    expect(problems).toEqual([{ code, severity: "error", message, hint }]);
  });

  it("lists a dozen events where there are more", () => {
    const names = Array.from({ length: 30 }, (_, index) => `event_${index}`);
    const [problem] = acmeProblems({ webhooks: { default: names }, flags: { events: ["zzzzzzzzzzzzzzz"] } });
    expect(problem?.hint).toBe(`It has: ${names.slice(0, 12).join(", ")}, and 18 more`);
  });

  it("names everything that is unknown at once", () => {
    const problems = acmeProblems({ webhooks: { default: EVENTS }, flags: { events: ["x1", "push", "x2"] } });
    expect(problems.map(({ message }) => message)).toEqual(['acme has no event "x1"', 'acme has no event "x2"']);
  });
});

describe("the chosen actions", () => {
  const only: Acme = { webhooks: { default: ["pull_request"] }, actions: ACTIONS, flags: { events: ["pull_request.closed"] } };

  it("are called as among all", () => {
    const [webhook] = acmeModel(only).webhooks;
    expect(webhook?.events).toEqual([
      {
        event: "pull_request",
        method: "onPullRequest",
        typeName: "PullRequestEvent",
        actions: [{ action: "closed", method: "onPullRequestClosed", typeName: "PullRequestClosedEvent", payload: "PullRequestClosedPayload" }],
      },
    ]);
  });

  it("stand in the command that makes the file again", () => {
    expect(acmeModel(only).webhooks[0]?.command).toBe("npx smart-webhooks generate acme --events pull_request.closed");
  });
});
