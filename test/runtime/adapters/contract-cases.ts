import type { WrittenRequest } from "../http/raw-request.js";
import { delivery } from "./contract-delivery.js";

/** A request, and all that matters of its answer. */
export interface ContractCase {
  readonly name: string;
  readonly request: WrittenRequest;
  readonly status: number;
  /** The JSON of a body, or its text. */
  readonly body: object | string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

function refusal(name: string, request: WrittenRequest, status: number, code: string, message: string, headers = {}): ContractCase {
  return { name, request, status, body: { status: "error", code, message }, headers: { ...JSON_TYPE, ...headers } };
}

function success(name: string, request: WrittenRequest, payload: unknown): ContractCase {
  return { name, request, status: 200, body: { payload, status: "success" }, headers: JSON_TYPE };
}

function inChunks(request: WrittenRequest): WrittenRequest {
  const body = Buffer.from(request.bodyBase64, "base64").toString();
  const chunks = [...body].map((character) => `1\r\n${character}\r\n`).join("");
  return { ...request, bodyBase64: btoa(`${chunks}0\r\n\r\n`), headers: [...request.headers, ["transfer-encoding", "chunked"]] };
}

const VERIFIED = "The request could not be verified.";
const MALFORMED = "The body is not what this webhook expects.";
const FORM = { headers: [["content-type", "application/x-www-form-urlencoded"]] } as const;

/** The same requests, and the same answers, in every framework. */
export const contractCases: readonly ContractCase[] = [
  success("a delivery", delivery("echo", '{"name":"Zoë 🚀"}'), { name: "Zoë 🚀" }),
  success("white space in the JSON, which is signed", delivery("echo", ' { "a" : 1.0 }\r\n'), { a: 1 }),
  success("a query", delivery("echo", "{}", { path: "/webhooks/contract?x=1" }), {}),
  success("a slash behind the path", delivery("echo", "{}", { path: "/webhooks/contract/" }), {}),
  success("a form", delivery("echo", "a=1&b=%C3%BC+x", FORM), { a: "1", b: "ü x" }),
  success("a body in chunks", inChunks(delivery("echo", '{"a":1}')), { a: 1 }),
  { name: "an answer of the method's own", request: delivery("text"), status: 202, body: "<Ünïcode/>", headers: { "content-type": "text/xml", "x-order": "1" } },
  { name: "an event that nobody takes", request: delivery("none"), status: 204, body: "", headers: { "content-type": undefined } },
  refusal("a forged signature", delivery("echo", "{}", { bodyBase64: Buffer.from("{ }").toString("base64") }), 401, "signature_invalid", VERIFIED),
  refusal("two signatures", delivery("echo", "{}", { headers: [["x-signature", "00"]] }), 401, "signature_invalid", VERIFIED),
  refusal("no body at all", { ...delivery("echo", "{}"), bodyBase64: "" }, 401, "signature_invalid", VERIFIED),
  refusal("an empty body that is signed", delivery("echo", ""), 400, "body_malformed", MALFORMED),
  refusal("bytes that are no UTF-8", delivery("echo", Uint8Array.of(0x22, 0xff, 0x22)), 400, "body_malformed", MALFORMED),
  refusal("a byte order mark", delivery("echo", "\uFEFF{"), 400, "body_malformed", MALFORMED),
  refusal("a method that nobody sends", delivery("echo", "{}", { method: "PUT" }), 405, "method_not_allowed", "A webhook is delivered with POST.", { allow: "POST" }),
  refusal("a compressed body", delivery("echo", "{}", { headers: [["content-encoding", "gzip"]] }), 415, "encoding_unsupported", "The content type or encoding is not supported."),
  refusal("a body above the limit", delivery("echo", JSON.stringify("x".repeat(2000))), 413, "body_too_large", "The body is too large."),
  refusal("a body far above the limit", delivery("echo", JSON.stringify("x".repeat(500_000))), 413, "body_too_large", "The body is too large."),
  refusal("a method that throws", delivery("fail"), 500, "handler_failed", "The delivery could not be handled."),
  refusal("a method that asks for it again", delivery("later"), 503, "handler_retry", "The delivery could not be handled now. Send it again.", { "retry-after": "7" }),
  { name: "a handshake by GET", request: { method: "GET", path: "/webhooks/contract?challenge=a%20b", headers: [], bodyBase64: "" }, status: 200, body: "a b", headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" } },
  { name: "a handshake by HEAD", request: { method: "HEAD", path: "/webhooks/contract", headers: [], bodyBase64: "" }, status: 200, body: "", headers: { "x-hello": "head" } },
  { name: "a handshake by OPTIONS", request: { method: "OPTIONS", path: "/webhooks/contract", headers: [["webhook-request-origin", "events.example"]], bodyBase64: "" }, status: 200, body: "", headers: { "webhook-allowed-origin": "events.example" } },
];
