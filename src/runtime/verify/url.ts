import { forwardedUrl } from "../forwarded-url.js";
import { headerValue } from "../request.js";
import type { ContentPart } from "./content.js";
import type { Check } from "./delivery.js";

const GIVE_PUBLIC_URL = "This provider signs the URL: give the handler the option publicUrl, the origin under which the provider calls";

/** The whole URL as the provider called it: `publicUrl` with the request's path and query. */
export const url: ContentPart = { part: "url", read: publicUrl, otherwise: "public_url_missing", advice: GIVE_PUBLIC_URL };

/** The URL's path and query, below `publicUrl`'s origin. */
export const path: ContentPart = {
  part: "path",
  read: (check) => withoutOrigin(publicUrl(check) ?? check.delivery.url),
};

/** The URL with the escapes `: / ? @ ! $ ' ( ) * , ;` undone, as HubSpot signs it. */
export const decodedUrl: ContentPart = {
  part: "decodedUrl",
  read: (check) => publicUrl(check)?.replace(/%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)/gi, decodeURIComponent),
  otherwise: "public_url_missing", advice: GIVE_PUBLIC_URL,
};

/** The URL without its query. */
export const urlWithoutQuery: ContentPart = {
  part: "urlWithoutQuery",
  read: (check) => publicUrl(check)?.split("?", 1)[0],
  otherwise: "public_url_missing", advice: GIVE_PUBLIC_URL,
};

/**
 * `name:value` of each header that a signed header lists, joined by `;`. The list must name itself: one that
 * is not signed could leave out what it likes.
 */
export function listedHeaders(name: string): ContentPart {
  const lower = name.toLowerCase();
  return {
    part: "listedHeaders",
    otherwise: "header_missing",
    read: ({ delivery: { headers } }) => {
      const names = headerValue(headers, lower)?.toLowerCase().split(",").map((item) => item.trim()) ?? [];
      if (!names.includes(lower)) return undefined;
      return names.map((item) => `${item}:${headerValue(headers, item) ?? ""}`).join(";");
    },
  };
}

/**
 * The URL as it is, with the scheme's own port written out, and with no port, as senders and proxies differ in that; and with
 * apostrophes, where a web-standard request has `%27` whichever was sent.
 */
export function anyPort(check: Check): readonly Check[] {
  const whole = publicUrl(check);
  if (whole === undefined) return [check];
  const [, origin = "", port = "", rest = ""] = /^(https?:\/\/[^/:?#]+)(:\d+)?(.*)$/is.exec(whole) ?? [];
  const own = /^https:/i.test(origin) ? ":443" : ":80";
  const urls = new Set([whole, origin + (port === "" ? own : port) + rest, origin + rest]);
  const spelt = new Set([...urls, ...[...urls].map((one) => one.replaceAll("%27", "'"))]);
  return [...spelt].map((one) => ({ ...check, publicUrl: undefined, trustUrl: true, delivery: { ...check.delivery, url: one } }));
}

/** The URL under which the provider called; undefined when it is not known. */
function publicUrl({ delivery, publicUrl: base, trustUrl }: Check): string | undefined {
  if (base === undefined) {
    const whole = trustUrl === "forwarded" ? forwardedUrl(delivery.url, delivery.headers) : delivery.url;
    return trustUrl && /^https?:\/\//i.test(whole) ? whole : undefined;
  }
  return base.replace(/\/+$/, "") + withoutOrigin(delivery.url);
}

function withoutOrigin(whole: string): string {
  return whole.replace(/^https?:\/\/[^/?#]*/i, "");
}
