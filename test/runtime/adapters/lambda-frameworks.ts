import type { IncomingMessage, ServerResponse } from "node:http";
import type { HandlerMap } from "@smart-webhooks/runtime/fetch";
import { type LambdaEvent, type LambdaResult, webhookRoutes } from "@smart-webhooks/runtime/lambda";
import { type AnyRequest, type Framework, listen, type Served } from "./framework.js";

type Invoke = (event: LambdaEvent) => Promise<LambdaResult>;
type ToEvent = (request: IncomingMessage, body: Buffer) => LambdaEvent;

/** What AWS hands over as text. All else comes in base64. */
const TEXT = /^(?:text\/|application\/(?:json|javascript|xml)\b)/;

/** What stands before a Lambda, in the forms of its events that AWS documents. */
const GATEWAYS: readonly (readonly [name: string, toEvent: ToEvent])[] = [
  ["Lambda, HTTP API", httpApiEvent],
  ["Lambda, function URL", (request, body) => ({ ...httpApiEvent(request, body), isBase64Encoded: true, body: body.toString("base64") })],
  ["Lambda, REST API", restApiEvent],
  ["Lambda, load balancer", loadBalancerEvent],
  ["Lambda, load balancer with multi-value headers", (request, body) => ({ ...loadBalancerEvent(request, body), headers: undefined as never, multiValueHeaders: several(request) })],
];

/** A Lambda behind each. */
export const lambdaFrameworks: readonly Framework[] = GATEWAYS.map(([name, toEvent]) => ({
  name,
  calledBy: "AWS Lambda",
  goesOn: false,
  serve: (handlers, options) => serveLambda(webhookRoutes(handlers, options), toEvent),
  serveParsed: (handlers: HandlerMap) => {
    const invoke = webhookRoutes(handlers);
    return serveLambda((event) => invoke({ ...event, isBase64Encoded: false, body: { parsed: true } }), toEvent);
  },
  carries: (request) => survivesText(name, request) && survivesDecoding(name, request) && survivesOnce(name, request),
}));

/** Bytes that are not UTF-8 are gone once they were text. */
function survivesText(name: string, { headers, body }: AnyRequest): boolean {
  if (name === "Lambda, function URL") return true;
  const type = headers.find(([header]) => header.toLowerCase() === "content-type")?.[1] ?? "";
  return (name !== "Lambda, REST API" && !TEXT.test(type)) || Buffer.from(Buffer.from(body).toString()).equals(body);
}

/** A REST API decodes the query, and how it was written is gone. */
function survivesDecoding(name: string, { path }: AnyRequest): boolean {
  const [, query = ""] = path.split("?");
  return name !== "Lambda, REST API" || query.split("&").every((pair) => pair === pair.split("=").map((text) => encodeURIComponent(decodeURIComponent(text))).join("="));
}

/** Of a header that comes twice, a load balancer hands over the last: unless it is told to hand over several. */
function survivesOnce(name: string, { headers }: AnyRequest): boolean {
  return name !== "Lambda, load balancer" || new Set(headers.map(([header]) => header.toLowerCase())).size === headers.length;
}

/** Serves a Lambda as an HTTP API does. */
export function serveHttpApi(invoke: Invoke): Promise<Served> {
  return serveLambda(invoke, httpApiEvent);
}

function serveLambda(invoke: Invoke, toEvent: ToEvent): Promise<Served> {
  return listen((request, response) => void gateway(invoke, toEvent, request, response));
}

async function gateway(invoke: Invoke, toEvent: ToEvent, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Uint8Array[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
  } catch {
    // A gateway calls nobody for half a request.
    return void response.destroy();
  }
  const { statusCode, headers, multiValueHeaders, body } = await invoke(toEvent(request, Buffer.concat(chunks)));
  response.writeHead(statusCode, multiValueHeaders ?? headers).end(body);
}

function httpApiEvent(request: IncomingMessage, body: Buffer): LambdaEvent {
  const [rawPath = "", rawQueryString = ""] = (request.url ?? "").split("?");
  const headers = Object.fromEntries(Object.entries(several(request)).map(([name, values]) => [name, values.join(",")]));
  return { rawPath, rawQueryString, requestContext: { http: { method: request.method ?? "" } }, headers, ...bodyOf(request, body) };
}

function restApiEvent(request: IncomingMessage, body: Buffer): LambdaEvent {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  const names = [...new Set(searchParams.keys())];
  return {
    httpMethod: request.method ?? "",
    path: pathname,
    headers: single(request),
    multiValueHeaders: several(request),
    queryStringParameters: names.length === 0 ? null : Object.fromEntries(searchParams),
    multiValueQueryStringParameters: names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])),
    body: body.length === 0 ? null : body.toString(),
    isBase64Encoded: false,
  };
}

function loadBalancerEvent(request: IncomingMessage, body: Buffer): LambdaEvent {
  const [path = "", query = ""] = (request.url ?? "").split("?");
  const pairs = query === "" ? [] : query.split("&").map((pair) => pair.split("=") as [string, string]);
  const many: Record<string, string[]> = {};
  for (const [name, value] of pairs) (many[name] ??= []).push(value);
  return { httpMethod: request.method ?? "", path, requestContext: { elb: {} }, headers: single(request), multiValueQueryStringParameters: many, ...bodyOf(request, body) };
}

function bodyOf(request: IncomingMessage, body: Buffer): Pick<LambdaEvent, "body" | "isBase64Encoded"> {
  const isBase64Encoded = !TEXT.test(request.headers["content-type"] ?? "");
  return { isBase64Encoded, body: body.toString(isBase64Encoded ? "base64" : "utf8") };
}

function several({ rawHeaders }: IncomingMessage): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) (found[rawHeaders[at] as string] ??= []).push(rawHeaders[at + 1] as string);
  return found;
}

function single(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(several(request)).map(([name, values]) => [name, values.at(-1) ?? ""]));
}
