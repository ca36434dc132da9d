import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { handlers } from "./handlers.js";

const server = createServer(webhookRoutes(handlers));
// Longer than the balancer in front keeps a connection.
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env["PORT"] ?? 3000), () => console.log(`listening ${(server.address() as AddressInfo).port}`));

process.once("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
