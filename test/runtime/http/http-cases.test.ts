import type { WebhookHandler, WebhookSpec } from "@smart-webhooks/runtime";
import type { RoutableHandler } from "@smart-webhooks/runtime/fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Framework, Served } from "../adapters/framework.js";
import { frameworks } from "../adapters/frameworks.js";
import { bodyOf, groups, type HttpCase, httpCases } from "./http-case.js";
import { rawRequest } from "./raw-request.js";
import { loadReceivers } from "./receivers.js";
import { runGroup, type Serve } from "./run-group.js";
import { handle } from "./serve-handle.js";

let receivers: ReadonlyMap<string, readonly WebhookSpec[]>;
beforeAll(async () => void (receivers = await loadReceivers()));

/** The handlers of the case that is being run, by path: a framework is started once for all of them. */
const current = new Map<string, WebhookHandler>();
const started: Served[] = [];
afterAll(async () => {
  for (const { close } of started) await close();
});

function overSockets({ serve }: Framework): Serve {
  let server: Promise<Served> | undefined;
  return async ({ handlers }) => {
    const { port } = await (server ??= start(serve));
    current.clear();
    for (const handler of Object.values(handlers)) for (const path of [handler.path].flat()) current.set(path, handler);
    return { close: async () => {}, send: (test) => rawRequest(port, test) };
  };
}

async function start(serve: Framework["serve"]): Promise<Served> {
  const specs = [...receivers.values()].flat();
  const paths = new Set([...specs.flatMap(({ path }) => path), ...httpCases.flatMap(({ config }) => config?.path ?? [])]);
  const stand: RoutableHandler["handle"] = (request) => {
    const handler = current.get(request.url.replace(/^https?:\/\/[^/]*/, "").split("?", 1)[0]?.replace(/\/$/, "") ?? "");
    if (handler === undefined) throw new Error(`Nothing serves ${request.url}`);
    return handler.handle(request);
  };
  const served = await serve(Object.fromEntries([...paths].map((path) => [path, { path, handle: stand }])));
  started.push(served);
  return served;
}

/** What no HTTP client can write, and what the platform does not hand over as it was sent, is for others. */
function carriedBy({ carries = () => true }: Framework): readonly HttpCase[] {
  return httpCases.filter((test) => test.transport !== "object" && carries({ ...test, body: bodyOf(test) }));
}

const servers: readonly (readonly [name: string, serve: Serve, cases: readonly HttpCase[]])[] = [
  ["handle()", handle, httpCases],
  ...frameworks.map((framework) => [framework.name, overSockets(framework), carriedBy(framework)] as const),
];

it("has the cases of six receivers", () => {
  expect(httpCases.length).toBeGreaterThan(320);
  expect(new Set(httpCases.map(({ provider }) => provider)).size).toBe(6);
  for (const [name, , cases] of servers) expect(cases.length, name).toBeGreaterThan(300);
});

describe.each(servers)("requests through %s", (_, serve, cases) => {
  it.each(groups(cases).map((tests) => [tests.map(({ id }) => id).join(", "), tests] as const))("%s", async (__, tests) => {
    await runGroup(tests, receivers.get(tests[0]?.provider ?? "") ?? [], serve);
  });
});
