import { join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../src/load-model.js";
import { tempFolder } from "./temp-folder.js";

// What is not looked at when it is generated must have come with the package, every bit of it.
const EXTENDS = "webhooks:\n  default:\n    events:\n      - name: push\n";
const OVERLAY = "patches:\n  - at: /definitions/PushPayload/properties/ref\n    op: replace\n    value: { type: boolean }\n    why: It is a flag here.\n";

it.each<readonly [string, Readonly<Record<string, string>>, true | undefined]>([
  ["the package's own", {}, true],
  ["the package's own, beside another of the user's", { "providers/stripe/webhook.yaml": EXTENDS }, true],
  ["the package's own, which the user's YAML extends", { "providers/github/webhook.yaml": EXTENDS }, undefined],
  ["the package's own, with a schema of the user's", { "schemas/github/push.schema.json": '{ "type": "object" }' }, undefined],
  ["the package's own, with an overlay of the user's", { "schemas/github/overlay.yaml": OVERLAY }, undefined],
])("%s", async (_, files, isChecked) => {
  const cwd = tempFolder(files);
  const { models } = await loadModel({ provider: "github", cwd, providersDir: join(cwd, "providers"), events: ["push"] });
  expect(models[0]?.model.isChecked).toBe(isChecked);
});
