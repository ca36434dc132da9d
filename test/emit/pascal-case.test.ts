import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPascalCase } from "../../src/pascal-case.js";
import { hostileText } from "./hostile-text.js";

describe("PascalCase", () => {
  it.each([
    ["push", "Push"],
    ["payment_intent.succeeded", "PaymentIntentSucceeded"],
    ["customer.subscription.trial_will_end", "CustomerSubscriptionTrialWillEnd"],
    ["orders/create", "OrdersCreate"],
    ["APP_UNINSTALLED", "APPUNINSTALLED"],
    ["already PascalCase", "AlreadyPascalCase"],
    ["--a__b..c", "ABC"],
    ["v2", "V2"],
    ["404.found", "404Found"],
    ["a1b", "A1b"],
    ["__proto__", "Proto"],
    ["ñandú élan", "ÑandúÉlan"],
    ["straße", "Straße"],
    ["ßa", "SSa"],
    ["ångström", "Ångström"],
    ["a\u030angström", "Ångström"],
    ["привет мир", "ПриветМир"],
    ["ωmega", "Ωmega"],
    ["支払い", "支払い"],
    ["결제.완료", "결제완료"],
    ["", ""],
    ["…", ""],
    // Of scripts or of times that some compiler does not know: no letters.
    ["\u{1d4d0}x", "X"],
    ["שלוםx", "X"],
    ["x\u0301\u0302", "X"],
  ])("of %j is %j", (text, name) => expect(toPascalCase(text)).toBe(name));

  it("is of letters and digits only, which may follow any identifier", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(`on${toPascalCase(text)}`).toMatch(/^on\p{ID_Continue}*$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("stays what it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        expect(toPascalCase(toPascalCase(text))).toBe(toPascalCase(text));
      }),
    );
  });

  it("is the same of a text and of its decomposition", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(toPascalCase(text.normalize("NFD"))).toBe(toPascalCase(text));
      }),
    );
  });
});
