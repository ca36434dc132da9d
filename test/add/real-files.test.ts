import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changeYaml } from "../../src/add/change-yaml.js";
import { listProviders } from "../../src/config/list-providers.js";
import { readProviderConfig } from "../../src/config/read-provider-config.js";
import { YamlText } from "../../src/config/yaml-text.js";
import { packageRoot } from "../../src/package-root.js";

// Every built-in provider's YAML, written by hand in as many ways: an event, a key and a webhook are added to each.
const builtinDir = join(packageRoot(), "providers");
const where = { cwd: packageRoot(), builtinDir, providersDir: builtinDir };
const providers = await listProviders(where);

const FORMS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "without a line end at the end": (text) => text.trimEnd(),
  "indented twice as far": (text) => text.replaceAll(/^( +)(- )?/gm, (_, blanks: string, dash: string | undefined) => blanks + blanks + (dash === undefined ? "" : "-   ")),
};

it("there are many", () => expect(providers.length).toBeGreaterThan(60));

it.each(Object.keys(FORMS).flatMap((form) => providers.map((provider) => [provider, form] as const)))("%s %s keeps every character", async (provider, form) => {
  const written = readFileSync(join(builtinDir, provider, "webhook.yaml"), "utf8");
  const before = FORMS[form]?.(written) ?? "";
  const webhook = (await readProviderConfig(provider, where)).webhooks[0]?.name ?? "";
  const settings = new Map([["path", "/zz/here"]]);
  const withKeys = changeYaml(before, { webhook, events: ["added.event", "another: one"], settings: settings as never }) ?? "";
  const after = changeYaml(withKeys, { webhook: "added", events: ["one", "two"], settings: new Map([["path", "/added/too"], ["event_field", "kind"]]) as never }) ?? "";

  const config = await readProviderConfig(provider, where, new YamlText("draft", after));
  expect(config.webhooks.find(({ name }) => name === webhook)?.events.slice(-2).map(({ name }) => name)).toEqual(["added.event", "another: one"]);
  expect(config.webhooks.find(({ name }) => name === webhook)?.paths).toContain("/zz/here");
  expect(config.webhooks.find(({ name }) => name === "added")?.events.map(({ name }) => name)).toEqual(["one", "two"]);
  expect(rest(after, before)).toBe(before);
});

/** The new text without what was added. */
function rest(after: string, before: string): string {
  const path = /^ *path: (\S+)/m.exec(before)?.[1] ?? "";
  const end = before.includes("\r\n") ? "\r\n" : "\n";
  const added = ['added\\.event', '"another: one"'].map((event) => new RegExp(`, ${event}|${end} *-? *${event},?`));
  const withoutWebhook = after.replace(new RegExp(`${end} +added:${end} +path: /added/too${end} +event_field: kind${end} +events: \\[one, two\\]`), "");
  const withoutEvents = added.reduce((text, pattern) => text.replace(pattern, ""), withoutWebhook);
  return path === "" ? withoutEvents : withoutEvents.replace("/zz/here", path);
}
