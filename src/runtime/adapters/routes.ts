import type { WebhookRequest } from "../request.js";
import { receiverOf, WebhookHandler } from "../handler.js";
import type { WebhookResponse } from "../response.js";

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
}

/** Finds the handler of a path; undefined for a path that none serves. */
export type FindHandler = (path: string) => RoutableHandler | undefined;

/**
 * The table of all handlers by path.
 *
 * @throws TypeError for a key that does not fit its handler, and for two handlers on one path
 */
export function routeTable(handlers: HandlerMap, options: RouteOptions = {}): FindHandler {
  const base = trimSlash(options.basePath ?? "");
  const table = new Map<string, RoutableHandler>();
  for (const [key, handler] of Object.entries(handlers)) {
    checkKey(key, handler);
    for (const path of key.startsWith("/") ? [key] : [handler.path].flat()) {
      const full = base + trimSlash(path);
      if (table.has(full)) throw new TypeError(`Two webhook handlers serve ${full}: give one of them another path`);
      table.set(full, handler);
    }
  }
  return (path) => table.get(trimSlash(path.split("?", 1)[0] ?? ""));
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

function trimSlash(path: string): string {
  return path.replace(/\/+$/, "");
}
