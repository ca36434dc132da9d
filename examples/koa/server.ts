import { bodyParser } from "@koa/bodyparser";
import { webhookRoutes } from "@smart-webhooks/runtime/koa";
import Koa from "koa";
import { MyGitHubHandler } from "../github.js";

const app = new Koa();
// Above any body parser: a signature covers the bytes as they were sent.
app.use(webhookRoutes({ github: new MyGitHubHandler() }));
app.use(bodyParser());
app.use((context) => void (context.body = "The rest of the application"));
app.listen(Number(process.env["PORT"] ?? 3000));
