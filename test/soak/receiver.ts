import { createServer } from "node:http";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { connect, dispatchers, type Engine, handlerOf, LEASE, readSettings, SECRET, startBoss } from "./fleet.js";

// A receiver: verifies, queues, answers. Started by run.ts, and killed by it at any time.
const settings = readSettings();
const { redis, pool, stores } = connect(settings);
const queues = dispatchers(settings, redis, await startBoss(settings, pool, false));
// Who is up before its store is would answer its first deliveries 503.
if (redis.status !== "ready") await new Promise<void>((resolve) => void redis.once("ready", () => resolve()));
const onPush = (): never => {
  throw new Error("A receiver handles nothing");
};
const handler = (engine: Engine) => handlerOf(engine).define({ onPush }, { secret: SECRET, logger: {}, lease: LEASE, store: stores[engine], dispatcher: queues[engine] });

const server = createServer(webhookRoutes({ alpha: handler("alpha"), beta: handler("beta") }));
// Longer than whoever stands in front keeps a connection: who closes it first must be the one who sends.
server.keepAliveTimeout = 65_000;
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.send?.("ready"));

process.once("SIGTERM", () => {
  // No new connections; what is being answered is answered; then there is nothing left to do.
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
