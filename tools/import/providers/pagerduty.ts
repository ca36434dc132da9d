import { written } from "../written.js";

export default written("pagerduty", {
  documentation: ["https://developer.pagerduty.com/docs/webhooks-overview"],
});
