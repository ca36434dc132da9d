import { written } from "../written.js";

export default written("sentry", {
  documentation: ["https://docs.sentry.io/integrations/integration-platform/webhooks/"],
  action: "action",
});
