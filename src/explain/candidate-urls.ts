import type { Case } from "./case.js";
import { strict } from "./rewritten-form.js";

/** A URL in the parts that proxies change. */
export interface UrlParts {
  readonly protocol: "http" | "https";
  readonly host: string;
  /** With its colon; empty where none is written. */
  readonly port: string;
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly query: string;
}

/** The parts of a URL; undefined while its origin is not known. */
export function partsOf(url: string, publicUrl?: string): UrlParts | undefined {
  const whole = publicUrl === undefined ? url : publicUrl.replace(/\/+$/, "") + url.replace(/^https?:\/\/[^/?#]*/i, "");
  const [, protocol, host = "", port = "", path = "", query = ""] = /^(https?):\/\/([^/?#:]+)(:\d+)?([^?#]*)(\?.*)?$/is.exec(whole) ?? [];
  return protocol === undefined ? undefined : { protocol: protocol.toLowerCase() as UrlParts["protocol"], host, port, path, query };
}

/** The URL of its parts. */
export function toText({ protocol, host, port, path, query }: UrlParts): string {
  return `${protocol}://${host}${port}${path}${query}`;
}

/** The URLs that a provider may have called, the likely ones first: those that differ in one part, then those in several. */
export function* candidateUrls({ request, spec }: Case, own: UrlParts | undefined): Iterable<UrlParts> {
  const { headers } = request;
  const seen = partsOf(`https://x${request.url.replace(/^https?:\/\/[^/?#]*/i, "")}`);
  const origins = originsOf(headers, own);
  const first = origins[0];
  if (seen === undefined || first === undefined) return;
  const base = own ?? { ...first, path: seen.path, query: seen.query };
  const originals = ["x-original-url", "x-original-uri", "x-forwarded-uri", "x-rewrite-url", "x-envoy-original-path"].flatMap((name) => partsOf(`https://x/${(headers[name] ?? "").replace(/^https?:\/\/[^/]*/i, "").replace(/^\//, "")}`) ?? []).filter(({ path, query }) => path + query !== "/");
  const paths = [...new Set([base.path, toggled(base.path), ...originals.map(({ path }) => path), ...prefixed(base.path, headers), ...[spec.path].flat()])];
  const queries = [...new Set([base.query, ...originals.map(({ query }) => query), ...rewritten(base.query), ""])];
  yield* origins.map((origin) => ({ ...base, ...origin }));
  yield* paths.map((path) => ({ ...base, path }));
  yield* queries.map((query) => ({ ...base, query }));
  for (const path of paths) for (const query of queries.slice(0, 3)) for (const origin of origins) yield { ...origin, path, query };
}

type Origin = Pick<UrlParts, "protocol" | "host" | "port">;

/** No proxies stand in a longer row. */
const MOST_HOSTS = 20;

function originsOf(headers: Case["request"]["headers"], own: UrlParts | undefined): readonly Origin[] {
  const told = ["x-forwarded-host", "x-original-host", "host", ":authority"].flatMap((name) => (headers[name] ?? "").split(","));
  const forwarded = /host="?([^";,]+)/i.exec(headers["forwarded"] ?? "")?.[1] ?? "";
  const hosts = [...(own === undefined ? [] : [own.host + own.port]), ...told, forwarded].map((host) => host.trim()).filter((host) => /^[\w.-]+(?::\d{1,5})?$/.test(host)).slice(0, MOST_HOSTS);
  const forwardedPort = /^\d{1,5}$/.test(headers["x-forwarded-port"] ?? "") ? [`:${headers["x-forwarded-port"]}`] : [];
  return [...new Set(hosts)].flatMap((named) => {
    const [, host = "", written = ""] = /^([^:]+)(:\d+)?$/.exec(named) ?? [];
    const ports = [...new Set([written, "", ...forwardedPort, ":443", ":80", ":8080", ":3000", ":8443"])];
    const protocols: readonly UrlParts["protocol"][] = own?.protocol === "http" ? ["http", "https"] : ["https", "http"];
    return ports.flatMap((port) => protocols.map((protocol) => ({ protocol, host, port })));
  });
}

function toggled(path: string): string {
  return path.endsWith("/") ? path.replace(/\/+$/, "") : `${path}/`;
}

/** With what gateways put in front of a path, and without its first part. */
function prefixed(path: string, headers: Case["request"]["headers"]): readonly string[] {
  const told = headers["x-forwarded-prefix"]?.split(",", MOST_HOSTS).map((one) => `/${one.trim().replace(/^\/+|\/+$/g, "")}`) ?? [];
  const usual = ["/api", "/webhooks", "/webhook", "/prod", "/production", "/stage", "/staging", "/dev", "/default", "/v1", "/api/v1", "/hooks"];
  return [...told.map((prefix) => prefix + path), path.replace(/^\/[^/]+(?=\/)/, ""), ...usual.map((prefix) => prefix + path)];
}

function rewritten(query: string): readonly string[] {
  if (query === "") return [];
  const pairs = query.slice(1).split("&");
  const parsed = [...new URLSearchParams(query)];
  return [
    query.replaceAll("%20", "+"),
    query.replaceAll("+", "%20"),
    `?${parsed.map((pair) => pair.map(strict).join("=")).join("&")}`,
    `?${parsed.map((pair) => pair.join("=")).join("&")}`,
    `?${new URLSearchParams(parsed).toString()}`,
    query.replace(/%[\da-f]{2}/gi, (escape) => escape.toLowerCase()),
    query.replace(/%[\da-f]{2}/gi, (escape) => escape.toUpperCase()),
    `?${pairs.toSorted().join("&")}`,
  ];
}
