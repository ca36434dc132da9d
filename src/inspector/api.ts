import type { Origin } from "./delivery-record.js";
import type { Inspector } from "./inspector.js";

/** A call of the interface: an answer as JSON. Throws a GenerateError for what cannot be done. */
export type ApiCall = (inspector: Inspector, input: ApiInput) => unknown;

/** What a call is given. */
export interface ApiInput {
  /** The id in the path. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The body, which is JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** The call of a method and a path; undefined for what there is not. */
export function findCall(method: string, path: string): { readonly call: ApiCall; readonly id: string } | undefined {
  const [, start = "", id = "", action = ""] = /^\/api\/([a-z]+)(?:\/(\d{1,15}))?(?:\/([a-z]+))?$/.exec(path) ?? [];
  const name = [method, start, ...(id === "" ? [] : [":id"]), ...(action === "" ? [] : [action])].join(" ");
  const call = CALLS.get(name);
  return call && { call, id };
}

const CALLS: ReadonlyMap<string, ApiCall> = new Map<string, ApiCall>([
  ["GET state", (inspector) => inspector.state()],
  ["GET deliveries :id", (inspector, { id }) => inspector.detail(id)],
  ["GET deliveries :id drift", (inspector, { id }) => inspector.drift(id)],
  ["GET sample", (inspector, { query }) => inspector.sample(query.get("webhook") ?? "", query.get("event") ?? "")],
  ["POST clear", (inspector) => inspector.deliveries.clear()],
  ["POST send", (inspector, { body }) => inspector.send({ webhook: text(body, "webhook"), event: text(body, "event"), text: text(body, "text"), origin: origin(body, "new"), of: optional(body, "of") })],
  ["POST deliveries :id resend", (inspector, { id, body }) => inspector.resend(id, origin(body, "replay"))],
  ["POST deliveries :id save", (inspector, { id, body }) => inspector.save(id, body["kind"] === "test" ? "test" : "fixture", body["preview"] !== false)],
]);

const ORIGINS: readonly Origin[] = ["replay", "edited", "new", "duplicate", "stale", "forged", "unsigned"];

function origin(body: ApiInput["body"], otherwise: Origin): Origin {
  return ORIGINS.find((one) => one === body["as"]) ?? otherwise;
}

function optional(body: ApiInput["body"], key: string): string | undefined {
  const value = body[key];
  return typeof value === "string" ? value : undefined;
}

function text(body: ApiInput["body"], key: string): string {
  return optional(body, key) ?? "";
}
