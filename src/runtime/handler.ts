import type { WebhookEvent } from "./event.js";
import { finish, type Trace } from "./finish.js";
import type { WebhookHandlerOptions } from "./options.js";
import { type MaybePromise, chain } from "./promise.js";
import { receive } from "./receive.js";
import { createReceiver, type HandlerMethods, type Receiver } from "./receiver.js";
import type { WebhookRequest } from "./request.js";
import * as respond from "./response.js";
import { run } from "./run.js";
import type { MethodName, WebhookSpec } from "./spec.js";
import { warnAtStart } from "./start.js";
import { type FetchRequest, type FetchResponse, fromFetchRequest, toFetchResponse } from "./web.js";

/** Reads a handler's receiver: for this package's own rooms, as the field itself is private. */
export let receiverOf: (handler: WebhookHandler) => Receiver;

/**
 * Base of every generated handler class. Extend the generated class and write a method for each
 * event you want; one method runs per event, the most specific you wrote: that of its action, else
 * that of its event, else `onEvent`.
 */
export abstract class WebhookHandler<Event extends WebhookEvent<string, unknown, string | undefined> = WebhookEvent> {
  readonly #receiver: Receiver;

  static {
    receiverOf = (handler) => handler.#receiver;
  }

  /** Answers a web-standard request (Workers, Next, Hono, Deno, Bun). Bound: pass it around freely. */
  readonly fetch: (request: FetchRequest) => Promise<FetchResponse>;

  /** @throws TypeError for an option that could never work, such as a blank `secret` */
  constructor(options: WebhookHandlerOptions = {}) {
    const { spec } = this.constructor as { readonly spec?: WebhookSpec };
    if (spec === undefined) throw new TypeError("Extend a generated handler class: it holds the webhook's spec");
    this.#receiver = createReceiver(spec, this as unknown as HandlerMethods, options);
    this.fetch = async (request) => toFetchResponse(await this.handle(fromFetchRequest(request)));
    warnAtStart(this.#receiver, WebhookHandler.prototype, options.allow);
  }

  /**
   * A handler made of plain functions, typed without annotations:
   * `GitHubHandler.define({ onPush({ payload }) { … } })`.
   */
  static define<T extends WebhookHandler, K extends MethodName<T> | "shouldHandle">(
    this: { readonly prototype: T },
    methods: { readonly [Name in K]: DefinedMethod<T, Name> },
    options?: WebhookHandlerOptions,
  ): T {
    const Base = this as unknown as new (options?: WebhookHandlerOptions) => T;
    // Non-abstract by this line; the methods stand where those of a written class would.
    class Defined extends (Base as unknown as new (options?: WebhookHandlerOptions) => WebhookHandler) {}
    for (const name of Object.keys(methods)) {
      const value: unknown = (methods as Readonly<Record<string, unknown>>)[name];
      Object.defineProperty(Defined.prototype, name, { value, configurable: true, writable: true });
    }
    return new Defined(options) as unknown as T;
  }

  /** Any event of this webhook that no method of its own takes. */
  onEvent?(event: Event): respond.WebhookResult;

  /** An event, or an action, that this class was not generated for. */
  onUnknownEvent?(event: WebhookEvent): respond.WebhookResult;

  /**
   * Asked before any method runs; false skips the event. Events that the class was not generated for
   * come through here too, when `onUnknownEvent` is written: narrow by `event.type` before you read on.
   */
  shouldHandle?(event: Event): boolean | Promise<boolean>;

  /** Where `webhookRoutes` serves this handler. */
  get path(): string | readonly string[] {
    return this.#receiver.path;
  }

  /**
   * Verifies a delivery, routes it and answers. Never throws: whatever goes wrong is an answer and
   * a log line. It does not look at the path. Await it: it answers at once or by a Promise.
   */
  handle(request: WebhookRequest): MaybePromise<respond.WebhookResponse> {
    return receive(this.#receiver, request);
  }

  /**
   * Routes an event that is already trusted (a test's, a queue's), with no signature to check. What
   * a method throws is answered 500, as for a delivery.
   */
  async dispatch(event: WebhookEvent<string, unknown, string | undefined>): Promise<respond.WebhookResponse> {
    const { type, action, id } = event;
    const trace: Trace = { receivedAt: this.#receiver.now(), event: type, ...(action !== undefined && { action }), ...(id !== undefined && { id }) };
    return chain(run(this.#receiver, event, trace), (outcome) => finish(this.#receiver, trace, outcome));
  }

  /** Status 200 and the JSON `{ ...data, status: "success" }`. */
  successResponse<Data extends respond.SuccessData = respond.SuccessData>(
    data?: Data,
  ): respond.WebhookResponse<respond.SuccessBody<Data>> {
    return respond.successResponse(data);
  }

  /**
   * The JSON `{ status: "error", message }` with a status, 400 unless told. From 400 on the delivery
   * counts as not handled: the provider may send it again.
   *
   * @throws RangeError when `status` is not an HTTP error status
   */
  errorResponse(message: string, status?: number): respond.WebhookResponse<respond.ErrorBody> {
    return respond.errorResponse(message, status);
  }
}

/** A method given to `define`: typed from the generated class, with the handler as `this`. */
export type DefinedMethod<T, Name> = Name extends keyof T
  ? NonNullable<T[Name]> extends (event: infer E) => infer R
    ? (this: T, event: E) => R
    : never
  : never;
