import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { packageRoot } from "../../../src/package-root.js";
import type { JsonSchema } from "../../../tools/import/json-schema.js";
import { makeSchemas } from "../../../tools/import/make-schemas.js";
import type { Overlay } from "../../../tools/import/overlay.js";
import type { ProviderImport } from "../../../tools/import/payload-source.js";

const tools = join(packageRoot(), "tools", "import");
const providers = readdirSync(join(tools, "written")).flatMap((file) => (file === "formats.ts" ? [] : file.replace(/\.ts$/, "")));

it.each(providers)("the schemas of %s are what its types make", async (provider) => {
  const read = (file: string): string => readFileSync(join(packageRoot(), "schemas", provider, file), "utf8");
  const { default: importer } = (await import(join(tools, "providers", `${provider}.ts`))) as { readonly default: ProviderImport };
  const { definitions } = JSON.parse(read("definitions.json")) as { readonly definitions: Readonly<Record<string, JsonSchema>> };
  const files = makeSchemas({ source: importer.read(), overlay: parse(read("overlay.yaml")) as Overlay, previous: definitions, componentName: importer.componentName });
  for (const [file, text] of files) expect(read(file)).toBe(text);
});

it("the actions of one event do not meet another's", () => {
  const events = JSON.parse(readFileSync(join(packageRoot(), "schemas", "sentry", "events.json"), "utf8")) as Readonly<Record<string, { readonly actions: object }>>;
  expect(events["issue"]?.actions).toMatchObject({ created: "IssueCreatedPayload", archived: "IssueArchivedPayload" });
  expect(events["comment"]?.actions).toMatchObject({ created: "CommentCreatedPayload", deleted: "CommentDeletedPayload" });
});
