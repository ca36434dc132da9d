import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { foldEventName } from "../../src/config/event-name.js";
import { emit } from "../../src/emit/emit.js";
import { type Acme, acmeModel, acmeNames, acmeProblems, type Listed } from "./acme-model.js";

/** Names that are likely to meet: few letters, the provider's own, what needs a prefix, and any text. */
const name = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[abAB1._/-]{1,4}$/) },
  { weight: 2, arbitrary: fc.constantFrom("event", "Event", "acme", "acme_event", "acme.event", "unknown_event", "webhook", "acme_webhook", "404", "acme404", "__proto__", "constructor", "i", "ı", "İ", "ß", "ss") },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", minLength: 1, maxLength: 6 }) },
);
const listed: fc.Arbitrary<Listed> = fc.oneof(
  { weight: 5, arbitrary: name },
  { weight: 1, arbitrary: fc.record({ name, method: fc.constantFrom("onA", "onAb", "onWebhook", "onAcme", "onMine") }) },
);
const nameOf = (event: Listed): string => (typeof event === "string" ? event : event.name);

/** As the configuration lets them through: no two that differ only in case or composition. */
const events = fc.uniqueArray(listed, { selector: (event) => foldEventName(nameOf(event)), minLength: 2, maxLength: 8 });
const actions = fc.dictionary(name, fc.uniqueArray(fc.constantFrom("opened", "closed", "re-opened", "reOpened"), { maxLength: 2 }), { noNullPrototype: true });
const acme: fc.Arbitrary<Acme> = fc.record({ events, actions }).map(({ events: all, actions: known }) => ({ webhooks: { default: all }, actions: known }));

/** The provider without one of its events. */
function without({ webhooks, ...more }: Acme, left: Listed): Acme {
  return { ...more, webhooks: { default: (webhooks["default"] ?? []).filter((event) => event !== left) } };
}

/** What each problem says before the name: two that meet in several names may be told of any. */
function whoMeet(all: Acme): readonly string[] {
  return acmeProblems(all).map(({ message }) => message.replace(/ would both be called \S+$/, ""));
}

describe("adding an event", () => {
  it("renames none of the others", () => {
    fc.assert(
      fc.property(acme, fc.nat(), (all, index) => {
        const { default: list = [] } = all.webhooks;
        fc.pre(acmeProblems(all).length === 0);
        expect(acmeNames(all)).toMatchObject(acmeNames(without(all, list[index % list.length] as Listed)));
      }),
      { numRuns: 500 },
    );
  });

  it("is no error about the others: each that it makes names the event", () => {
    fc.assert(
      fc.property(acme, fc.nat(), (all, index) => {
        const { default: list = [] } = all.webhooks;
        const added = list[index % list.length] as Listed;
        const before = new Set(whoMeet(without(all, added)));
        const made = whoMeet(all).filter((told) => !before.has(told));
        // Quoted alone, or with an action behind it.
        expect(made.filter((told) => !told.includes(`"${nameOf(added)}"`) && !told.includes(`"${nameOf(added)}.`))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it("whatever events are called, a handler's names are names, and no two are alike", () => {
  fc.assert(
    fc.property(acme, (all) => {
      fc.pre(acmeProblems(all).length === 0);
      const names = Object.values(acmeNames(all)).map((pair) => pair.split(" "));
      for (const [method, type] of names) {
        expect(method).toMatch(/^on\p{ID_Continue}+$/u);
        expect(method).not.toMatch(/^on(?:Unknown)?Event$/);
        expect(type).toMatch(/^\p{ID_Start}\p{ID_Continue}*Event$/u);
        expect(type).not.toMatch(/^(?:Webhook|Acme)?Event$/);
      }
      for (const which of [0, 1]) expect(new Set(names.map((pair) => pair[which]?.toLowerCase())).size).toBe(names.length);
    }),
    { numRuns: 500 },
  );
});

it("the order of the events changes no name", () => {
  fc.assert(
    fc.property(acme, (all) => {
      fc.pre(acmeProblems(all).length === 0);
      const reversed = { ...all, webhooks: { default: (all.webhooks["default"] ?? []).toReversed() } };
      expect(acmeNames(reversed)).toEqual(acmeNames(all));
    }),
    { numRuns: 200 },
  );
});

describe("names, their order and the text", () => {
  afterEach(() => vi.restoreAllMocks());

  it("ask no locale", () => {
    const provider: Acme = { webhooks: { default: ["istanbul", "ışık", "zebra", "Äpfel", "apple"] }, actions: { zebra: ["iç", "İç2"] } };
    const context = { version: "1.0.0", importEnding: ".js" };
    const expected = emit(acmeModel(provider), context);
    const refuse = (): never => {
      throw new Error("asked for the machine's locale");
    };
    for (const method of ["toLocaleUpperCase", "toLocaleLowerCase", "localeCompare"] as const) vi.spyOn(String.prototype, method).mockImplementation(refuse);
    vi.spyOn(Intl, "Collator").mockImplementation(refuse);
    expect(emit(acmeModel(provider), context)).toEqual(expected);
  });
});
