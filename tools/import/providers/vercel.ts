import { written } from "../written.js";

export default written("vercel", {
  documentation: ["https://vercel.com/docs/webhooks/webhooks-api"],
});
