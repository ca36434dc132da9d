export { completePayload, type DeliveryNames } from "./complete-payload.js";
export type { EventName } from "./event-name.js";
export { mockEvent, type MockedEvent, type PartialPayload } from "./mock-event.js";
export { signedRequest, type SignedRequest, type SignedRequestOptions } from "./signed-request.js";
export { type AnySigned, toSignature } from "./signature.js";
