import { HttpRequest } from "@azure/functions";
import { getRequestListener } from "@hono/node-server";
import { webhookRoutes as azureRoutes } from "@smart-webhooks/runtime/azure";
import { webhookRoutes as bunRoutes } from "@smart-webhooks/runtime/bun";
import { webhookRoutes as cloudflareRoutes } from "@smart-webhooks/runtime/cloudflare";
import { webhookRoutes as denoRoutes } from "@smart-webhooks/runtime/deno";
import { webhookRoutes as fetchRoutes } from "@smart-webhooks/runtime/fetch";
import { webhookRoutes as h3Routes } from "@smart-webhooks/runtime/h3";
import { webhookRoutes as honoRoutes } from "@smart-webhooks/runtime/hono";
import { H3, readBody, toNodeHandler } from "h3";
import { Hono, type MiddlewareHandler } from "hono";
import { type Framework, listen, type Served } from "./framework.js";

type Respond = (request: Request) => Promise<Response>;

/** A function over web requests, served by Node. Global objects stay as they are. */
function serveWeb(respond: Respond): Promise<Served> {
  return listen(getRequestListener(respond, { overrideGlobalObjects: false }));
}

function webFramework(name: string, goesOn: boolean, toFetch: (...args: Parameters<Framework["serve"]>) => Respond): Framework {
  return {
    name,
    ...(name === "fetch" && { calledBy: "Request" }),
    goesOn,
    serve: (handlers, options) => serveWeb(toFetch(handlers, options)),
    serveParsed: (handlers) => {
      const respond = toFetch(handlers);
      return serveWeb(async (request) => {
        await request.text();
        return respond(request);
      });
    },
  };
}

const context = { waitUntil: (work: Promise<unknown>) => void work.catch(() => {}) };

const read: MiddlewareHandler = async (c, next) => {
  if (c.req.header("content-type")?.includes("form")) await c.req.parseBody();
  else await c.req.json();
  await next();
};

const hono: Framework = {
  name: "Hono",
  goesOn: true,
  keepsBody: true,
  serve: (handlers, options) => {
    const app = new Hono().use(honoRoutes(handlers, options));
    return serveWeb(async (request) => app.fetch(request, {}, { ...context, passThroughOnException: () => {}, props: {} }));
  },
  serveParsed: (handlers) => {
    const app = new Hono().use(read).use(honoRoutes(handlers));
    return serveWeb(async (request) => app.fetch(request));
  },
};

const h3: Framework = {
  name: "h3",
  goesOn: true,
  serve: (handlers, options) => listen(toNodeHandler(new H3().use(h3Routes(handlers, options)))),
  serveParsed: (handlers) => {
    const app = new H3().use(async (event, next) => {
      await readBody(event);
      return next();
    });
    return listen(toNodeHandler(app.use(h3Routes(handlers))));
  },
};

/** As its host makes them of what came in. */
async function toAzure(request: Request): Promise<HttpRequest> {
  const { method, url, headers } = request;
  const bytes = new Uint8Array(await request.arrayBuffer());
  return new HttpRequest({ method, url, headers: Object.fromEntries(headers), ...(bytes.length > 0 && { body: { bytes } }) });
}

/** Serves a function as Azure's host does. */
export function serveAzure(respond: ReturnType<typeof azureRoutes>): Promise<Served> {
  return serveWeb(async (request) => toResponse(await respond(await toAzure(request))));
}

const azure: Framework = {
  name: "Azure Functions",
  goesOn: false,
  serve: (handlers, options) => serveAzure(azureRoutes(handlers, options)),
  serveParsed: (handlers) => {
    const respond = azureRoutes(handlers);
    return serveWeb(async (request) => {
      const asked = await toAzure(request);
      await asked.text();
      return toResponse(await respond(asked));
    });
  },
};

function toResponse({ status, headers, body }: { readonly status: number; readonly headers: Record<string, string>; readonly body?: string }): Response {
  return new Response(body ?? null, { status, headers });
}

/** Frameworks and platforms over web-standard requests. Their own servers are in the conformance run. */
export const webFrameworks: readonly Framework[] = [
  webFramework("fetch", false, (handlers, options) => fetchRoutes(handlers, options)),
  webFramework("Bun", true, (handlers, options) => bunRoutes(handlers, options).fetch),
  webFramework("Deno", true, (handlers, options) => denoRoutes(handlers, options).fetch),
  webFramework("Cloudflare Workers", true, (handlers, options) => {
    const worker = cloudflareRoutes(handlers, options);
    return (request) => worker.fetch(request, {}, context);
  }),
  hono,
  h3,
  azure,
];
