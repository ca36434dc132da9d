import { written } from "../written.js";

export default written("hubspot", {
  documentation: ["https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide"],
});
