import type { PublicKeyMaterial } from "../crypto/key.js";
import { attempt, chain, type MaybePromise } from "../promise.js";
import { type Check, type Refusal, refused, type Verdict } from "./delivery.js";
import { fetchByUrl } from "./fetch-key.js";
import { readPublicKey } from "./public-key.js";

/** Hosts that keys may come from, `*` for one label, perhaps with the beginning of the path: `api.acme.com/certs/`. */
export type Hosts = readonly string[];

/** A key from a URL that stands in the request: only by https, only from one of the hosts, else anybody could sign. */
export function keyAt(url: string, hosts: Hosts, check: Check): MaybePromise<PublicKeyMaterial | Refusal> {
  return isTrustedUrl(url, hosts) ? fetchedKey(url, check) : "key_url_untrusted";
}

/** The key of that URL or id; of a key set (RFC 7517, 5) the one of the id. */
export function fetchedKey(urlOrKeyId: string, { fetchKey, now }: Check, keyId?: string): MaybePromise<PublicKeyMaterial | Refusal> {
  return attempt<PublicKeyMaterial | Refusal>(
    () =>
      chain(fetchKey ? fetchKey(urlOrKeyId) : fetchByUrl(urlOrKeyId, now), (found) => {
        // Without a way to ask for it, that a key is unknown is not the sender's fault.
        if (found === undefined) return fetchKey ? "key_unknown" : "key_unavailable";
        if (typeof found === "string") return readPublicKey(found) ?? "key_unavailable";
        return Array.isArray(found["keys"]) ? (oneOf(found["keys"], keyId) ?? "key_unknown") : found;
      }),
    () => "key_unavailable",
  );
}

/** The refusal of a delivery whose key could not be had. */
export function refusedKey(reason: Refusal): Verdict {
  return refused(reason, reason === "key_unavailable" ? "The provider's public key could not be fetched: give the handler the option fetchKey, or see whether the host can be reached" : undefined);
}

function oneOf(keys: readonly unknown[], keyId: string | undefined): PublicKeyMaterial | undefined {
  const isIt = (key: unknown): key is PublicKeyMaterial => typeof key === "object" && key !== null && "kid" in key && key.kid === keyId;
  const [only, another] = keys.filter(isIt);
  return another === undefined ? only : undefined;
}

/** Whether a URL is one of https on one of the hosts, in the one form that all readers of URLs understand alike. */
export function isTrustedUrl(text: string, hosts: Hosts): boolean {
  if (!URL.canParse(text)) return false;
  const { href, protocol, hostname, port, username, password, pathname } = new URL(text);
  // In its one canonical form: another reader of URLs may see another host in the others.
  if (href !== text || protocol !== "https:" || port !== "" || username !== "" || password !== "") return false;
  const labels = hostname.split(".");
  return hosts.some((place) => {
    const [host = "", ...path] = place.split(/(?=\/)/);
    const wanted = host.split(".");
    return pathname.startsWith(path.join("")) && wanted.length === labels.length && wanted.every((label, index) => label === labels[index] || (label === "*" && /^[a-z\d-]{3,}$/.test(labels[index] ?? "")));
  });
}
