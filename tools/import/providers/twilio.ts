import { written } from "../written.js";

export default written("twilio", {
  documentation: [
    "https://www.twilio.com/docs/messaging/guides/webhook-request",
    "https://www.twilio.com/docs/messaging/guides/track-outbound-message-status",
    "https://www.twilio.com/docs/voice/twiml#request-parameters",
    "https://www.twilio.com/docs/voice/api/call-resource#statuscallback",
    "https://www.twilio.com/docs/voice/api/recording#recordingstatuscallback",
  ],
});
