import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request to the page or its interface. */
interface Guarded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What the inspector knows of itself. */
export interface Own {
  readonly port: number;
  /** Whoever has it may use the interface. */
  readonly token: string;
}

/** Why a request is turned away. */
export interface GuardRefusal {
  readonly status: 401 | 403;
  readonly code: "host-not-allowed" | "origin-not-allowed" | "token-missing";
}

/**
 * Keeps other web pages and other users of the machine out. A page elsewhere can make a browser ask anything of loopback, even
 * under a name of its own that it made lead here (DNS rebinding): so the host must be ours, the origin too, and the
 * interface wants a token that only the terminal told.
 */
export function guard({ method, path, headers }: Guarded, { port, token }: Own): GuardRefusal | undefined {
  const hosts = ["127.0.0.1", "localhost"].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return { status: 403, code: "host-not-allowed" };
  const isRead = method === "GET" || method === "HEAD";
  const isOwn = origin === undefined ? isRead : origin === `http://${host}`;
  if (!isOwn) return { status: 403, code: "origin-not-allowed" };
  if (path.startsWith("/api/") && !isToken(headers.authorization, token)) return { status: 401, code: "token-missing" };
  return undefined;
}

function isToken(authorization: string | undefined, token: string): boolean {
  const [given, expected] = [Buffer.from(authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
