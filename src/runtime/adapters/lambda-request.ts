import type { BodyReader, WebhookRequest } from "../request.js";
import { alreadyParsed } from "./raw-body.js";

type Values = Readonly<Record<string, string | undefined>>;
type ManyValues = Readonly<Record<string, readonly string[] | undefined>>;

/** What is read of an HTTP event, in the forms 1.0 (REST API, load balancer) and 2.0 (HTTP API, function URL). */
export interface LambdaEvent {
  readonly rawPath?: string;
  readonly rawQueryString?: string;
  readonly requestContext?: { readonly http?: { readonly method: string; readonly sourceIp?: string }; readonly identity?: { readonly sourceIp?: string | null }; readonly elb?: unknown };
  readonly httpMethod?: string;
  readonly path?: string;
  readonly queryStringParameters?: Values | null;
  readonly multiValueQueryStringParameters?: ManyValues | null;
  readonly headers?: Values | null;
  readonly multiValueHeaders?: ManyValues | null;
  readonly body?: unknown;
  readonly isBase64Encoded?: boolean;
}

const ADVICE = { framework: "AWS Lambda", fix: "Take the body-parsing middleware (such as Middy's httpJsonBodyParser) off this function." };

/** The delivery in an event, and the path it is for. */
export function toLambdaRequest(event: LambdaEvent): { readonly path: string; readonly request: WebhookRequest } {
  const method = event.requestContext?.http?.method ?? event.httpMethod;
  const path = event.rawPath ?? event.path;
  if (method === undefined || path === undefined) {
    throw new TypeError("webhookRoutes: this event is no HTTP request of API Gateway, a function URL or a load balancer");
  }
  const query = event.rawQueryString ?? queryOf(event);
  const headers = event.multiValueHeaders ?? event.headers ?? {};
  const remoteAddress = event.requestContext?.http?.sourceIp ?? event.requestContext?.identity?.sourceIp ?? undefined;
  return { path, request: { method, url: query === "" ? path : `${path}?${query}`, headers, remoteAddress, body: readBody(event) } };
}

/** A load balancer hands the query's parts over as they came; API Gateway decodes them. */
function queryOf({ multiValueQueryStringParameters: many, queryStringParameters: single, requestContext }: LambdaEvent): string {
  const encode = requestContext?.elb === undefined ? encodeURIComponent : (text: string): string => text;
  const entries: readonly (readonly [string, string | readonly string[] | undefined])[] = Object.entries(many ?? single ?? {});
  return entries.flatMap(([name, values]) => [values ?? ""].flat().map((value) => `${encode(name)}=${encode(value)}`)).join("&");
}

function readBody({ body, isBase64Encoded }: LambdaEvent): BodyReader {
  return (_maxBytes, warn) => {
    if (body === undefined || body === null) return new Uint8Array(0);
    if (typeof body !== "string") throw alreadyParsed(ADVICE);
    if (isBase64Encoded) return Buffer.from(body, "base64");
    // Text is what AWS gives for most types, and no loss: but for bytes that were not UTF-8.
    if (body.includes("\uFFFD")) warn("AWS Lambda: the body came as text, with bytes lost that were not UTF-8. Let the API hand over binary: binaryMediaTypes */*.");
    return new TextEncoder().encode(body);
  };
}
