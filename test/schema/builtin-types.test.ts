import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { compileBuiltin } from "../../src/schema/compile-builtin.js";
import { compileStrictly } from "../compile-strictly.js";
import { tempFolder } from "../temp-folder.js";

const schemas = join(packageRoot(), "schemas");
const providers = readdirSync(schemas).filter((name) => existsSync(join(schemas, name, "definitions.json")));

it.each(providers)("the types of %s are those of its definitions: none renamed, none numbered, no any", async (provider) => {
  const text = await printTypes(provider);
  const declared = [...text.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  expect(declared).toEqual((await compileBuiltin(join(schemas, provider))).map(({ name }) => name));
  expect(declared.filter((name) => /\d$/.test(name ?? ""))).toEqual([]);
  expect(text).not.toMatch(/: any\b|<any\b|\bany\[\]/);
});

it("the types of all providers compile strictly with every compiler", async () => {
  const files: Record<string, string> = {};
  for (const provider of providers) files[`src/${provider}.ts`] = await printTypes(provider);
  const folder = tempFolder({ ...files, "src/narrowing.ts": NARROWING, "package.json": `{ "type": "module" }` });
  for (const compiler of ["typescript54", "typescript59", "typescript7"] as const) {
    expect(compileStrictly(compiler, folder, { include: ["src"] })).toBe("");
  }
}, 240_000);

/** What customers write: each branch knows its own keys. */
const NARROWING = `
import type { MessageComponentPayload } from "./discord.js";
import type { MessagePayload } from "./slack.js";
import type { CustomerSubscriptionUpdatedPayload } from "./stripe.js";
import type { MessagePayload as TelegramMessagePayload } from "./telegram.js";

export function chatOf({ message }: TelegramMessagePayload): number {
  return message.chat.id;
}

export function buttonOf({ data }: MessageComponentPayload): string {
  return data.custom_id;
}

export function authorOf({ event }: MessagePayload): string | undefined {
  if (event.subtype === undefined) return event.user;
  if (event.subtype === "bot_message") return event.bot_id;
  return event.subtype === "message_changed" ? event.message.user : undefined;
}

export function statusesOf({ data }: CustomerSubscriptionUpdatedPayload): readonly (string | undefined)[] {
  return [data.previous_attributes?.status, data.object.status, data.object.customer];
}
`;

async function printTypes(provider: string): Promise<string> {
  const declarations = await compileBuiltin(join(schemas, provider));
  return declarations.map(({ text }) => `${text}\n`).join("\n");
}
