import { describe, expect, it } from "vitest";
import { toPascalCase } from "../../src/pascal-case.js";
import { compilers, compileStrictly } from "../compile-strictly.js";
import { acmeNames, type Listed } from "./acme-model.js";
import { compileFolder } from "./compile-folder.js";
import { generateAcme } from "./generate-acme.js";

/** What an event is called: its method, then its type. */
const NAMES: readonly (readonly [event: string, names: string, why: string])[] = [
  ["push", "onPush PushEvent", "a word"],
  ["pull_request", "onPullRequest PullRequestEvent", "snake case"],
  ["payment_intent.succeeded", "onPaymentIntentSucceeded PaymentIntentSucceededEvent", "dots"],
  ["orders/create", "onOrdersCreate OrdersCreateEvent", "a path"],
  ["issue-comment", "onIssueComment IssueCommentEvent", "hyphens"],
  ["app:installed now", "onAppInstalledNow AppInstalledNowEvent", "colons and blanks"],
  ["invoicePaid", "onInvoicePaid InvoicePaidEvent", "camel case stays"],
  ["SNS", "onSNS SNSEvent", "capitals stay"],
  ["PAYMENT.CAPTURE.RE-OPENED", "onPaymentCaptureReOpened PaymentCaptureReOpenedEvent", "but words of capitals would run into one"],
  ["S3_PUT", "onS3Put S3PutEvent", "with digits too"],
  ["X-RAY.taken", "onXRAYTaken XRAYTakenEvent", "small letters say what is meant as it is"],
  ["A.B", "onAB ABEvent", "letters are no words"],
  ["v2.push3", "onV2Push3 V2Push3Event", "digits inside"],
  ["_private", "onPrivate PrivateEvent", "an underscore is no letter"],
  ["404", "onAcme404 Acme404Event", "no type begins with a digit"],
  ["2fa.enabled", "onAcme2faEnabled Acme2faEnabledEvent", "nor this one"],
  ["event", "onAcmeEvent AcmeEventEvent", "onEvent is a hook"],
  ["unknown_event", "onAcmeUnknownEvent AcmeUnknownEventEvent", "onUnknownEvent is a hook"],
  ["unknownEvent", "onAcmeUnknownEvent AcmeUnknownEventEvent", "however it is written"],
  ["webhook", "onAcmeWebhook AcmeWebhookEvent", "WebhookEvent is imported"],
  ["acme", "onAcmeAcme AcmeAcmeEvent", "AcmeEvent is the union"],
  ["ƛx", "onƛx ƛxEvent", "a letter that got a capital lately: older compilers do not know it"],
  ["unknown", "onUnknown UnknownEvent", "no hook"],
  ["on_push", "onOnPush OnPushEvent", "on is a word like others"],
  ["error_response", "onErrorResponse ErrorResponseEvent", "no method of the base class begins with on"],
  ["fetch", "onFetch FetchEvent", "nor does this member"],
  ["handle", "onHandle HandleEvent", "nor this one"],
  ["__proto__", "onProto ProtoEvent", "inherited by every object"],
  ["constructor", "onConstructor ConstructorEvent", "inherited too"],
  ["hasOwnProperty", "onHasOwnProperty HasOwnPropertyEvent", "inherited too"],
  ["then", "onThen ThenEvent", "would make a Promise"],
  ["default", "onDefault DefaultEvent", "a keyword"],
  ["any", "onAny AnyEvent", "a type"],
  ["Promise", "onPromise PromiseEvent", "a global"],
  ["çeşit", "onÇeşit ÇeşitEvent", "letters beyond ASCII"],
  ["ışık", "onIşık IşıkEvent", "the dotless i, by no locale"],
  ["cafe\u0301", "onCaf\u00e9 Caf\u00e9Event", "a letter in two parts is composed"],
  ["支払い.完了", "on支払い完了 支払い完了Event", "letters without capitals"],
  ["💩 push", "onPush PushEvent", "no letter of any name"],
  ["`${push}`", "onPush PushEvent", "code"],
  ['"; push(); "', "onPush PushEvent", "more code"],
];

describe("the method and the type of", () => {
  it.each(NAMES)("%j are %s: %s", (event, names) => {
    expect(acmeNames({ webhooks: { default: [event] } })).toEqual(Object.fromEntries([[event, names]]));
  });

  it.each<[Listed, string, string, string]>([
    ["issues", "opened", "onIssuesOpened IssuesOpenedEvent", "a word"],
    ["issues", "auto_merge.enabled", "onIssuesAutoMergeEnabled IssuesAutoMergeEnabledEvent", "several"],
    ["issues", "2fa", "onIssues2fa Issues2faEvent", "a digit that follows letters"],
    ["issues", "__proto__", "onIssuesProto IssuesProtoEvent", "inherited by every object"],
    ["404", "found", "onAcme404Found Acme404FoundEvent", "below the provider's prefix"],
    ["event", "made", "onAcmeEventMade AcmeEventMadeEvent", "below the provider's prefix"],
    [{ name: "issues", method: "onTicket" }, "opened", "onTicketOpened TicketOpenedEvent", "below the user's name"],
  ])("%j with the action %j are %s: %s", (event, action, names) => {
    const name = typeof event === "string" ? event : event.name;
    expect(acmeNames({ webhooks: { default: [event] }, actions: { [name]: [action] } })[`${name} ${action}`]).toBe(names);
  });

  it.each([
    ["onShipped", "onShipped ShippedEvent", "its type follows"],
    ["onV2", "onV2 V2Event", "its type follows"],
    ["onWebhook", "onWebhook AcmeWebhookEvent", "but not where the type is imported"],
    ["onAcme", "onAcme AcmeAcmeEvent", "nor where it is the union"],
  ])("an event for which the YAML says { method: %s } are %s: %s", (method, names) => {
    expect(acmeNames({ webhooks: { default: [{ name: "404", method }] } })).toEqual({ 404: names });
  });

  it("an event that is called as the provider is have it twice, however it is written", () => {
    expect(acmeNames({ name: "GitHub", webhooks: { default: ["git_hub", "github"] } })).toEqual({
      git_hub: "onGitHubGitHub GitHubGitHubEvent",
      github: "onGithub GithubEvent",
    });
  });

  it("an event of a named webhook meet that webhook's union, and take the provider's prefix", () => {
    expect(acmeNames({ webhooks: { releases: ["acme_releases", "acme", "event"] } })).toEqual({
      acme_releases: "onAcmeAcmeReleases AcmeAcmeReleasesEvent",
      acme: "onAcme AcmeEvent",
      event: "onAcmeEvent AcmeEventEvent",
    });
  });
});

describe.each(compilers)("with %s", (compiler) => {
  it("a handler with all these names compiles", async () => {
    // One of each name: events that meet are refused.
    const events = [...new Map(NAMES.map(([event, names]) => [names.toLowerCase(), event])).values()];
    const { texts } = await generateAcme({ events });
    expect(compileStrictly(compiler, compileFolder(texts), { include: ["acme"] })).toBe("");
  });
});

it.each(["", "...", "💩", "\u0301", "$_"])("%j has no letter of a name", (text) => expect(toPascalCase(text)).toBe(""));
