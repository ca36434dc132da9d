import type { WaitUntil } from "../in-time.js";
import type { BodyReader } from "../request.js";
import { type FetchRequest, type FetchResponse, fromFetchRequest, toFetchResponse } from "../web.js";
import { alreadyParsed, keptBytes, keptText } from "./raw-body.js";
import { createRoutes, type HandlerMap, type RouteOptions } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The part of Hono's context that is used. */
export interface HonoContext {
  readonly req: {
    readonly raw: FetchRequest;
    /** What was read of the body so far, in the forms it was asked for. */
    readonly bodyCache: { readonly arrayBuffer?: unknown; readonly text?: unknown };
  };
  /** Throws where the platform has none. */
  readonly executionCtx: { waitUntil: WaitUntil };
}

const ADVICE = { framework: "Hono", fix: "Put app.use(webhookRoutes(…)) above what reads the body, or let that call c.req.arrayBuffer()." };

/** Hono middleware: `app.use(webhookRoutes({ github: new MyGitHubHandler() }))`. Unknown paths go on to the next. */
export function webhookRoutes(
  handlers: HandlerMap,
  options?: RouteOptions,
): (context: HonoContext, next: () => Promise<void>) => Promise<FetchResponse | void> {
  const routes = createRoutes(handlers, options);
  return async (context, next) => {
    const { raw } = context.req;
    const delivery = fromFetchRequest(raw, () => alreadyParsed(ADVICE));
    const body = raw.bodyUsed ? readCache(context) : delivery.body;
    const answer = await routes.answer(raw.url, { ...delivery, body }, (work) => context.executionCtx.waitUntil(work));
    return answer === undefined ? next() : toFetchResponse(answer);
  };
}

/** What middleware before this one read: `c.req.arrayBuffer()` would make bytes of a form or of JSON, but not those that came. */
function readCache({ req: { bodyCache } }: HonoContext): BodyReader {
  return async (_maxBytes, warn) => {
    const buffer = await bodyCache.arrayBuffer;
    const bytes = buffer instanceof ArrayBuffer ? new Uint8Array(buffer) : undefined;
    return keptBytes([bytes]) ?? keptText([await bodyCache.text], ADVICE, warn);
  };
}
