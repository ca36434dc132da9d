import { written } from "../written.js";

export default written("mailgun", {
  documentation: ["https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads"],
  action: "event-data.severity",
});
