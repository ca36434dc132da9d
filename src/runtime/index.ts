export { WebhookError, type WebhookErrorCode } from "./errors.js";
export { WebhookEvent, type EventHeaders, type WebhookEventInit } from "./event.js";
export { WebhookHandler } from "./handler.js";
export type {
  DeliveryDetails,
  SecretLookup,
  SecretOption,
  WebhookHandlerOptions,
  WebhookLogger,
} from "./options.js";
export type { BodyReader, RequestHeaders, WebhookRequest } from "./request.js";
export {
  errorResponse,
  successResponse,
  WebhookResponse,
  type ErrorBody,
  type SuccessBody,
  type SuccessData,
  type WebhookAnswer,
  type WebhookResult,
} from "./response.js";
export type { EventRoute, MethodName, WebhookSpec } from "./spec.js";
