import { written } from "../written.js";

export default written("razorpay", {
  documentation: ["https://razorpay.com/docs/webhooks/payloads/"],
});
