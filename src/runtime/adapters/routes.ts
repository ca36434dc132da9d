import { failureResponse } from "../finish.js";
import { receiverOf, WebhookHandler } from "../handler.js";
import { inTime, type WaitUntil } from "../in-time.js";
import { attempt, type MaybePromise } from "../promise.js";
import type { WebhookRequest } from "../request.js";
import type { WebhookResponse } from "../response.js";
import { positive } from "../surroundings.js";

/** What `webhookRoutes` mounts: a generated handler, or anything of the same form. */
export interface RoutableHandler {
  readonly path: string | readonly string[];
  handle(request: WebhookRequest): WebhookResponse | Promise<WebhookResponse>;
}

/** Handlers by provider (`github`), by provider and webhook (`github/releases`), or by a path (`/hooks/gh`). */
export type HandlerMap = Readonly<Record<string, RoutableHandler>>;

/** Options of every `webhookRoutes`. */
export interface RouteOptions {
  /** Put before every path, for frameworks that do not strip their mount point: `/api`. */
  readonly basePath?: string | undefined;
  /**
   * Milliseconds after which a delivery is answered though its method still runs: as received (202, or the provider's own
   * word for it) where the platform lets the method go on; else, and for a batch of several events, 503, so that the provider
   * sends it again.
   */
  readonly respondWithin?: number | undefined;
  /**
   * Keeps the work alive after that answer, in place of what the adapter knows: `after` of `next/server`, `waitUntil` of
   * `@vercel/functions`, or `() => {}` for a process that stays up.
   */
  readonly waitUntil?: WaitUntil | undefined;
}

/** All handlers, by path. */
export interface Routes {
  /** Every path that is served, as a handler has it below `basePath`. */
  readonly paths: readonly string[];
  /** The handler's answer; undefined for a path that none serves. `waitUntil` is the platform's, if it has one. */
  answer(url: string, request: WebhookRequest, waitUntil?: WaitUntil): MaybePromise<WebhookResponse> | undefined;
}

/** For platforms whose process outlives a request: nothing need be done to go on working. */
export const staysUp: WaitUntil = () => {};

/**
 * The table of all handlers by path.
 *
 * @throws TypeError for a key that does not fit its handler, for two handlers on one path, and for a `respondWithin` that is no time
 */
export function createRoutes(handlers: HandlerMap, options: RouteOptions = {}): Routes {
  const respondWithin = positive("respondWithin", options.respondWithin);
  const table = pathTable(handlers, trimSlash(options.basePath ?? ""));
  return {
    paths: [...table.keys()],
    answer: (url, request, waitUntil) => {
      const handler = table.get(trimSlash(pathOf(url)));
      if (handler === undefined) return undefined;
      const timed = respondWithin === undefined ? request : { ...request, inTime: inTime(respondWithin, options.waitUntil ?? waitUntil) };
      // A generated handler never throws. Whatever else is mounted must not leave the sender without an answer.
      return attempt(() => handler.handle(timed), () => failureResponse("handler_failed"));
    },
  };
}

function pathTable(handlers: HandlerMap, base: string): ReadonlyMap<string, RoutableHandler> {
  const table = new Map<string, RoutableHandler>();
  for (const [key, handler] of Object.entries(handlers)) {
    checkKey(key, handler);
    for (const path of key.startsWith("/") ? [key] : [handler.path].flat()) {
      const full = base + trimSlash(path);
      if (table.has(full)) throw new TypeError(`Two webhook handlers serve ${full}: give one of them another path`);
      table.set(full, handler);
    }
  }
  return table;
}

function checkKey(key: string, handler: RoutableHandler): void {
  if (typeof handler?.handle !== "function") {
    throw new TypeError(`webhookRoutes: "${key}" is not a handler. Give an instance: new MyHandler()`);
  }
  if (key.startsWith("/") || !(handler instanceof WebhookHandler)) return;
  const { provider, webhook } = receiverOf(handler).spec;
  const names = webhook === "default" ? [provider, `${provider}/default`] : [`${provider}/${webhook}`];
  if (names.includes(key)) return;
  throw new TypeError(`webhookRoutes: the handler under "${key}" is for "${names[0]}". Use that key, or a path that begins with /`);
}

function pathOf(url: string): string {
  // The raw text: `new URL` would resolve `..` and decode nothing else, and a path must match as sent.
  return url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, "").split(/[?#]/, 1)[0] ?? "";
}

function trimSlash(path: string): string {
  return path.replace(/\/+$/, "");
}
