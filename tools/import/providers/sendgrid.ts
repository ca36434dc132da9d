import { written } from "../written.js";

export default written("sendgrid", {
  documentation: ["https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event"],
});
