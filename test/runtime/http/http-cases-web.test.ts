import type { WebhookSpec } from "@smart-webhooks/runtime";
import { beforeAll, describe, it, vi } from "vitest";
import { groups, httpCases } from "./http-case.js";
import { loadReceivers } from "./receivers.js";
import { runGroup } from "./run-group.js";
import { handle } from "./serve-handle.js";

vi.mock("../../../src/runtime/crypto/node.js", () => import("../../../src/runtime/crypto/web.js"));

let receivers: ReadonlyMap<string, readonly WebhookSpec[]>;
beforeAll(async () => void (receivers = await loadReceivers()));

describe("requests through handle() on WebCrypto", () => {
  it.each(groups(httpCases).map((tests) => [tests.map(({ id }) => id).join(", "), tests] as const))("%s", async (_, tests) => {
    await runGroup(tests, receivers.get(tests[0]?.provider ?? "") ?? [], handle);
  });
});
