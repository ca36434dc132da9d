import type { WaitUntil } from "../in-time.js";
import { type FetchRequest, type FetchResponse, fromFetchRequest, toFetchResponse } from "../web.js";
import { alreadyParsed } from "./raw-body.js";
import { createRoutes, type HandlerMap, type RouteOptions } from "./routes.js";

export type { HandlerMap, RoutableHandler, RouteOptions } from "./routes.js";

/** The part of an h3 event (version 2) that is used. */
export interface H3Event {
  readonly req: FetchRequest;
  waitUntil?: WaitUntil;
}

const ADVICE = { framework: "h3", fix: "Mount the webhook routes before anything calls readBody(event) or event.req.json()." };

/** h3 middleware: `app.use(webhookRoutes({ github: new MyGitHubHandler() }))`. Unknown paths go on to the next. */
export function webhookRoutes(handlers: HandlerMap, options?: RouteOptions): (event: H3Event, next: () => unknown) => Promise<unknown> {
  const routes = createRoutes(handlers, options);
  return async (event, next): Promise<FetchResponse | unknown> => {
    const delivery = fromFetchRequest(event.req, () => alreadyParsed(ADVICE));
    const answer = await routes.answer(event.req.url, delivery, event.waitUntil && ((work) => event.waitUntil?.(work)));
    return answer === undefined ? next() : toFetchResponse(answer);
  };
}
