import type { WebhookSpec } from "@smart-webhooks/runtime";
import { refused } from "../errors.js";
import { isLoopback } from "./is-loopback.js";

/** Where most servers listen that are being written. */
const DEFAULT = "http://127.0.0.1:3000";

/**
 * Where a delivery goes. Without a path of its own, to the webhook's.
 *
 * @throws GenerateError for what is no URL of http, and unless `allowRemote` for one that leads off this computer
 */
export async function targetUrl({ path }: WebhookSpec, text: string = DEFAULT, allowRemote = false): Promise<URL> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) throw refused("invalid-argument", `${withoutUser(text)} is no URL of a server`, `Write it whole: ${DEFAULT}`);
  if (url.username !== "" || url.password !== "") throw refused("invalid-argument", "--url has a user or a password in it", "Leave them out: webhooks are signed");
  if (!allowRemote && !(await isLoopback(url))) throw refused("remote-url", `${url.host} is not this computer: test deliveries stay on it`, "Give --allow-remote if that server is yours");
  if (url.pathname === "/") url.pathname = [path].flat()[0] as string;
  return url;
}

/** Also where it is no URL: what stands before an @ is nobody's business. */
function withoutUser(text: string): string {
  return text.replace(/^.*@/s, "…@");
}
