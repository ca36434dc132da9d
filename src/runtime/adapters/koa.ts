import type { WebhookResponse } from "../response.js";
import { nodeHeaders, type NodeStream, readBody } from "./node-request.js";
import { createRoutes, type HandlerMap, type RouteOptions, staysUp } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The part of Koa's context that is used. */
export interface KoaContext {
  readonly method: string;
  /** Below the mount point, with `koa-mount`. */
  readonly url: string;
  readonly originalUrl: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly req: NodeStream;
  readonly request: { readonly body?: unknown; readonly rawBody?: unknown };
  status: number;
  body: unknown;
  set(headers: Record<string, string>): void;
}

const ADVICE = { framework: "Koa", fix: "Put app.use(webhookRoutes(…)) above app.use(bodyParser())." };

/** Koa middleware: `app.use(webhookRoutes({ github: new MyGitHubHandler() }))`. Unknown paths go on to the next. */
export function webhookRoutes(
  handlers: HandlerMap,
  options?: RouteOptions,
): (context: KoaContext, next: () => Promise<unknown>) => Promise<unknown> {
  const routes = createRoutes(handlers, options);
  return async (context, next) => {
    const { method, originalUrl, headers, req, request } = context;
    const body = readBody(req, [request.rawBody, request.body], ADVICE);
    const answer = await routes.answer(context.url, { method, url: originalUrl, headers, remoteAddress: req.socket?.remoteAddress, body }, staysUp);
    return answer === undefined ? next() : send(context, answer);
  };
}

function send(context: KoaContext, answer: WebhookResponse): void {
  // First the body: with it Koa sets a content type of its own, and with `null` another status.
  context.body = answer.body === "" ? null : answer.body;
  context.status = answer.status;
  context.set({ ...nodeHeaders(answer) });
}
