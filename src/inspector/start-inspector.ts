import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type GenerateError, refused } from "../errors.js";
import { answerApi } from "./answer-api.js";
import { endToEnd } from "./end-to-end.js";
import { guard, type Own } from "./guard.js";
import type { InspectedWebhook } from "./inspected-webhook.js";
import { Inspector, type InspectorOptions } from "./inspector.js";
import { loadPage, type PageFile } from "./page-files.js";
import { readUpTo } from "./read-up-to.js";

/** A running inspector. */
export interface RunningInspector {
  /** `http://127.0.0.1:4400` */
  readonly origin: string;
  /** The page with the token that lets it in: after the `#`, so that no server and no log is told it. */
  readonly pageUrl: string;
  readonly close: () => Promise<void>;
}

/** Connections at once: each may hold a body in memory. */
const MOST_CONNECTIONS = 100;

/** A body larger than this is refused, where the YAML does not say more. As in the runtime. Bytes. */
const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Serves the inspector on 127.0.0.1 and nowhere else.
 *
 * @throws GenerateError when the port cannot be had
 */
export async function startInspector(options: InspectorOptions, port: number): Promise<RunningInspector> {
  const inspector = new Inspector(options);
  const own = { port, token: randomBytes(24).toString("base64url") };
  const site: Site = { inspector, own, page: await loadPage(), paths: pathTable(options.webhooks) };
  const server = createServer((request, response) => void respond(site, request, response).catch(() => response.destroy()));
  server.maxConnections = MOST_CONNECTIONS;
  await listen(server, port);
  inspector.port = own.port = (server.address() as AddressInfo).port;
  const origin = `http://127.0.0.1:${own.port}`;
  const close = async (): Promise<void> => {
    inspector.deliveries.stop();
    inspector.events.close();
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
  return { origin, pageUrl: `${origin}/#token=${own.token}`, close };
}

interface Site {
  readonly inspector: Inspector;
  readonly own: Own;
  readonly page: ReadonlyMap<string, PageFile>;
  readonly paths: ReadonlyMap<string, InspectedWebhook>;
}

/** The first of two webhooks on one path has it; each has a path of its own besides. */
function pathTable(webhooks: readonly InspectedWebhook[]): ReadonlyMap<string, InspectedWebhook> {
  const own = webhooks.map((webhook) => [webhook.paths[0] ?? "", webhook] as const);
  const all = webhooks.flatMap((webhook) => webhook.paths.map((path) => [path.replace(/\/+$/, ""), webhook] as const));
  return new Map([...all.toReversed(), ...own]);
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  // A webhook may be served at a path of the page, such as `/`: that one is for those who look, and for deliveries.
  const isPage = request.method === "GET" && site.page.has(path);
  const webhook = isPage ? undefined : site.paths.get(path.replace(/\/+$/, ""));
  if (webhook !== undefined) return receive(site.inspector, webhook, request, response);
  const isInterface = path.startsWith("/api/");
  if (!isInterface && !site.page.has(path)) return sendJson(response, 404, { status: "error", code: "not_found", message: `No webhook is here. They are at ${[...site.paths.keys()].slice(0, 5).join(", ")}` });
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  const method = request.method ?? "";
  const refusal = guard({ method, path, headers: request.headers }, site.own);
  if (refusal !== undefined) return sendJson(response, refusal.status, { problems: [{ code: refusal.code, message: REFUSALS[refusal.code] }] });
  if (isInterface) return respondToPage(site.inspector, request, response);
  const file = method === "GET" ? site.page.get(path) : undefined;
  if (file === undefined) return sendJson(response, 405, { problems: [{ code: "method-not-allowed", message: "This is a page: GET it" }] });
  response.writeHead(200, { "content-type": file.type }).end(file.bytes);
}

async function respondToPage(inspector: Inspector, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", "http://127.0.0.1");
  if (request.method === "GET" && url.pathname === "/api/events") {
    if (!inspector.events.add(response)) sendJson(response, 503, { problems: [{ code: "too-many-pages", message: "Too many pages are open: close one" }] });
    return;
  }
  const { status, json } = await answerApi(inspector, request, url);
  sendJson(response, status, json);
}

/** Takes a delivery: from anybody, as the app would. */
async function receive(inspector: Inspector, webhook: InspectedWebhook, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { bytes, isCut } = await readUpTo(request, webhook.spec.maxBodyBytes ?? MAX_BODY_BYTES);
  const { method = "", url = "", rawHeaders } = request;
  const { answer } = await inspector.deliveries.take(webhook, { method, url, headers: endToEnd(rawHeaders), body: bytes, isCut }, "received");
  const headers = answer.headers.filter(([name]) => name.toLowerCase() !== "content-length");
  response.writeHead(answer.status, [...headers, ...(isCut ? [["connection", "close"] as const] : [])].flat());
  response.end(answer.body);
}

function sendJson(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(json));
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  } catch (error) {
    throw cannotListen(port, (error as NodeJS.ErrnoException).code);
  }
}

function cannotListen(port: number, reason = "unknown"): GenerateError {
  if (reason === "EADDRINUSE") return refused("port-in-use", `Port ${port} is taken: another inspector, or another server, listens there`, "Stop it, or choose another port: --port 0 takes one that is free.");
  if (reason === "EACCES") return refused("port-not-allowed", `Your user may not listen on port ${port}`, "Choose one from 1024 on, such as --port 4400.");
  return refused("cannot-listen", `127.0.0.1:${port} cannot be listened on (${reason})`, "Choose another port: --port 0 takes one that is free.");
}

const REFUSALS = {
  "host-not-allowed": "This page is served to this computer alone: open it at 127.0.0.1",
  "origin-not-allowed": "Another page may not do this",
  "token-missing": "Open the link that smart-webhooks dev printed: it lets this page in",
} as const;

/** Nothing but the page's own files runs, loads or frames it, and nothing of it is kept. */
const HEADERS = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  "x-frame-options": "DENY",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cache-control": "no-store",
} as const;
