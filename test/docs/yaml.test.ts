import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { loadModel } from "../../src/load-model.js";
import { tempFolder } from "../temp-folder.js";
import { readWrittenPages } from "./pages.js";

// Whole files: a fragment is shown inside of one.
const files = readWrittenPages().flatMap(({ blocks }) => blocks.filter(({ language, text }) => language === "yaml" && /^(?:webhooks|patches):/m.test(text)));

it("there are some", () => expect(files.length).toBeGreaterThan(4));

it.each(files.map((block) => [block.at, block.text] as const))("%s is taken", async (_, text) => {
  const [, named, kind] = /^# (?:providers|schemas)\/([\w-]+)\/(webhook|overlay)\.yaml/m.exec(text) ?? [];
  const provider = named ?? "acme";
  const path = kind === "overlay" ? `schemas/${provider}/overlay.yaml` : `providers/${provider}/webhook.yaml`;
  const cwd = tempFolder();
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), text);
  const loaded = await loadModel({ provider, cwd, providersDir: join(cwd, "providers") });
  expect(loaded.models.length).toBeGreaterThan(0);
});
