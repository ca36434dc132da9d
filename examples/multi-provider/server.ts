import { webhookRoutes } from "@smart-webhooks/runtime/express";
import express from "express";
import { MyGitHubHandler, MySlackHandler, MyStripeHandler, MyTwilioHandler } from "./handlers.js";

const port = Number(process.env["PORT"] ?? 3000);
const app = express();

// One registration: /webhooks/github, /webhooks/stripe, /webhooks/slack, /webhooks/twilio.
app.use(
  webhookRoutes({
    github: new MyGitHubHandler(),
    stripe: new MyStripeHandler(),
    slack: new MySlackHandler(),
    // Twilio signs the URL that it calls: behind a proxy, say which that is.
    twilio: new MyTwilioHandler({ publicUrl: process.env["PUBLIC_URL"] ?? `http://localhost:${port}` }),
  }),
);
app.get("/", (_request, response) => void response.send("The rest of the application"));
app.listen(port);
