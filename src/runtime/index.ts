export { WebhookError, type WebhookErrorCode, WebhookPermanentError, WebhookRetryError } from "./errors.js";
export type { Dispatcher, QueuedDelivery } from "./dispatch/dispatcher.js";
export { WebhookEvent, type EventHeaders, type WebhookEventInit } from "./event.js";
export type { DeliveryHooks, WebhookExtension } from "./extension.js";
export { WebhookHandler } from "./handler.js";
export type {
  DeliveryDetails,
  SecretLookup,
  SecretOption,
  WebhookHandlerOptions,
  WebhookLogger,
} from "./options.js";
export type { Failure, Outcome } from "./outcome.js";
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
export type { ClaimState, ClaimStore } from "./store/claim-store.js";
export { memoryStore, type MemoryStoreOptions } from "./store/memory-store.js";
export type { KeyFetcher, Refusal } from "./verify/delivery.js";
export { type ReadRequest, verifySignature, type VerifyOptions, type VerifyResult } from "./verify-signature.js";
