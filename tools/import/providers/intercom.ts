import { written } from "../written.js";

export default written("intercom", {
  documentation: [
    "https://developers.intercom.com/docs/webhooks/webhook-notifications",
    "https://developers.intercom.com/docs/references/webhooks/webhook-models",
  ],
});
