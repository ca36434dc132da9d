import { webhookPages } from "@smart-webhooks/runtime/next";
import { MyGitHubHandler } from "../../../src/webhooks/my-github-handler.js";

// Next serves every webhook below this folder.
export default webhookPages({
  github: new MyGitHubHandler(),
}, { basePath: "/api" });

// A signature covers the bytes as they were sent: Next must not parse them.
export const config = { api: { bodyParser: false } };
