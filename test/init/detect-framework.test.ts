import { expect, it } from "vitest";
import { detectFramework } from "../../src/init/detect-framework.js";

const CASES: readonly (readonly [framework: string, packages: readonly string[], entries?: readonly string[]])[] = [
  ["express", ["express"]],
  ["fastify", ["fastify"]],
  ["koa", ["koa"]],
  ["hono", ["hono"]],
  ["h3", ["h3"]],
  ["nuxt", ["nuxt", "h3"]],
  ["nest", ["@nestjs/core", "@nestjs/platform-express", "express"]],
  ["nest", ["@nestjs/core", "@nestjs/platform-fastify", "fastify"]],
  ["next", ["next", "react"]],
  ["next", ["next"], ["app", "pages"]],
  ["next", ["next"], ["src", "src/app"]],
  ["next-pages", ["next"], ["pages"]],
  ["next-pages", ["next", "express"], ["src", "src/pages"]],
  ["lambda", ["@types/aws-lambda"]],
  ["azure", ["@azure/functions"]],
  ["cloudflare", ["wrangler"]],
  ["cloudflare", [], ["wrangler.jsonc"]],
  ["hono", ["hono", "wrangler"], ["wrangler.toml"]],
  ["bun", ["@types/bun"]],
  ["hono", ["hono", "@types/bun"]],
  ["deno", [], ["deno.json"]],
  ["node", ["typescript", "next-themes", "koa-router"]],
  ["node", [], ["toString"]],
];

it.each(CASES)("%s is known by %j and the files %j", (framework, packages, entries = []) => {
  expect(detectFramework({ packages: new Set(packages), entries: new Set(entries), isModule: true, packageManager: "npm" })).toBe(framework);
});
