import type { WebhookSpec } from "@smart-webhooks/runtime";
import { beforeAll, expect, it } from "vitest";
import { importFamilies, loadFamilies, vectors, verdict } from "./load-families.js";

let printed: ReadonlyMap<string, WebhookSpec>;
let evaluated: ReadonlyMap<string, WebhookSpec>;
beforeAll(async () => {
  printed = await importFamilies();
  evaluated = await loadFamilies();
});

it("what is printed is what loadProvider evaluates", () => {
  expect([...printed.keys()]).toEqual([...evaluated.keys()]);
  for (const [family, spec] of evaluated) expect(plain(printed.get(family)), family).toEqual(plain(spec));
});

it.each(vectors.map((vector) => [vector.id, vector] as const))("%s by the generated class's spec", async (_, vector) => {
  expect(await verdict(printed.get(vector.provider) as WebhookSpec, vector)).toMatchObject({ ok: vector.recommended });
});

/** The data of a spec: functions differ by identity. */
function plain(spec: WebhookSpec | undefined): unknown {
  return JSON.parse(JSON.stringify(spec));
}
