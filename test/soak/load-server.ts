import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { handlerOf, SECRET } from "./fleet.js";

// The receiver under load: one process, its memory store, nothing tuned. Tells its memory after a collection, in megabytes.
const handler = handlerOf("alpha").define({ onPush: ({ payload }) => ({ n: payload.n }) }, { secret: SECRET, logger: {}, maxBodyBytes: 64 * 1024 });
const server = createServer(webhookRoutes({ alpha: handler }));
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  globalThis.gc?.();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.send?.({ heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20, external: external / 2 ** 20 });
});
