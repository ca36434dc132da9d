import { fail, type Failure } from "../outcome.js";
import type { Check } from "./delivery.js";
import { type Hosts, isTrustedUrl } from "./fetched-key.js";
import { asText, type Source } from "./sources.js";

/** A URL that a handshake wants to be visited. */
export interface Visit {
  make(check: Check): Promise<Failure | undefined> | Failure;
}

/** Milliseconds. */
const TIME_LIMIT = 5_000;

/**
 * Visits the URL that stands in a handshake, by https, on these hosts alone, without following a redirect; what is
 * answered is not read: `visit(field("SubscribeURL"), ["sns.*.amazonaws.com"])`.
 */
export function visit(source: Source, hosts: Hosts): Visit {
  return {
    make: (check) => {
      const url = asText(source.get(check)) ?? "";
      return isTrustedUrl(url, hosts) ? ask(url) : fail("handshake_refused", "The handshake wants a URL to be visited that is not one of the provider's");
    },
  };
}

async function ask(url: string): Promise<Failure | undefined> {
  try {
    const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(TIME_LIMIT) });
    await response.body?.cancel();
    return response.ok ? undefined : fail("handler_retry", `The URL of the handshake answered ${response.status}`);
  } catch (cause) {
    return fail("handler_retry", "The URL of the handshake could not be visited", cause);
  }
}
