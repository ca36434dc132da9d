import { written } from "../written.js";

export default written("lemon-squeezy", {
  documentation: [
    "https://docs.lemonsqueezy.com/help/webhooks/webhook-requests",
    "https://docs.lemonsqueezy.com/help/webhooks/event-types",
  ],
});
