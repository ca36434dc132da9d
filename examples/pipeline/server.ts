import { createServer } from "node:http";
import { webhookRoutes } from "@smart-webhooks/runtime/node";
import { Deployer } from "./deploy.js";
import { DeployingHandler } from "./handler.js";

const handler = new DeployingHandler(new Deployer(), (message) => console.log(message));
createServer(webhookRoutes({ github: handler })).listen(Number(process.env["PORT"] ?? 3000));
