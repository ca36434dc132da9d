import type { WebhookSpec } from "@smart-webhooks/runtime";
import { unsigned } from "@smart-webhooks/runtime/verify";
import { beforeAll, expect, it } from "vitest";
import { families, loadFamilies } from "./load-families.js";

let specs: ReadonlyMap<string, WebhookSpec>;
beforeAll(async () => void (specs = await loadFamilies()));

const KEYLESS: ReadonlySet<string> = new Set(["aws-sns", "paypal", "plaid"]);

it.each(families)("%s is signed, and has a secret unless its keys are fetched", (family) => {
  const { verify, secretEnv } = specs.get(family) as WebhookSpec;
  expect([verify.signed, verify.keyless, secretEnv === undefined]).toEqual([true, KEYLESS.has(family), KEYLESS.has(family)]);
});

it("no signature at all is neither", () => {
  expect(unsigned()).toMatchObject({ signed: false, keyless: true });
  expect(unsigned().toKey("secret")).toBeUndefined();
});
