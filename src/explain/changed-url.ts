import { signedOfUrl } from "../signed-of-url.js";
import type { Case, Variant } from "./case.js";
import { hider } from "./mask.js";
import { sensitiveTexts } from "./sensitive-texts.js";
import { candidateUrls, type UrlParts, partsOf, toText } from "./candidate-urls.js";
import { visible } from "./visible.js";
import type { CauseCode } from "./cause-code.js";

/** No server takes a longer one. */
const LONGEST = 8192;

/** So many URLs are tried at most. */
const MOST = 1500;

/** Another URL than the app saw: where the URL is signed, the one that the provider called counts. */
export function* changedUrl(given: Case): Iterable<Variant> {
  if (signedOfUrl(given.spec.verify) === undefined) return;
  if (given.request.url.length > LONGEST) return;
  const own = partsOf(given.request.url, given.publicUrl);
  const hide = hider(sensitiveTexts(given));
  let count = 0;
  for (const parts of candidateUrls(given, own)) {
    if (count++ > MOST) return;
    const url = toText(parts);
    yield { change: { publicUrl: undefined, request: { ...given.request, url } }, cause: causeOf(own, parts, visible(withoutQuery(url), undefined, hide), hide) };
  }
}

/** The query may hold what is nobody's business. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*$/s, "?…");
}

function causeOf(own: UrlParts | undefined, right: UrlParts, shown: string, hide: (text: string) => string): Variant["cause"] {
  const origin = `${right.protocol}://${right.host}${right.port}`;
  const [code, wrong, fix] = difference(own, right, origin);
  return { code, message: `The URL is signed, and the provider called another one than the app saw${hide(wrong)}. The signature is right for ${shown}`, fix: hide(fix) };
}

type Difference = readonly [code: CauseCode, wrong: string, fix: string];

function difference(own: UrlParts | undefined, right: UrlParts, origin: string): Difference {
  const proxy = `Give the handler publicUrl: "${origin}", or trustProxy: true where a proxy sets X-Forwarded-Proto and X-Forwarded-Host itself. Here: --public-url ${origin}`;
  if (own === undefined) return ["public-url-missing", ": the app saw a path only", proxy];
  if (own.host !== right.host) return ["url-host", `: the host is ${right.host}, not ${own.host}`, proxy];
  if (own.protocol !== right.protocol) return ["url-scheme", `: by ${right.protocol}, not ${own.protocol}`, proxy];
  if (own.port !== right.port) return ["url-port", `: ${portOf(right)}, not ${portOf(own)}`, proxy];
  if (own.path !== right.path) return pathDifference(own.path, right.path, origin);
  return ["url-query", ": its query is not the same", "Hand the URL over with its query as it came (in Express originalUrl): nothing on the way may drop, sort or decode it."];
}

function pathDifference(own: string, right: string, origin: string): Difference {
  if (own.replace(/\/$/, "") === right.replace(/\/$/, "")) {
    return ["url-trailing-slash", ": a slash at the end of its path", `Let nothing on the way add or drop the slash, or set the provider's URL to one ${own.endsWith("/") ? "with" : "without"} it.`];
  }
  const prefix = right.endsWith(own) ? right.slice(0, right.length - own.length) : undefined;
  const fix = prefix === undefined ? "Hand the URL over as it came, before anything on the way rewrites its path (in Express originalUrl)." : `Give the handler publicUrl: "${origin}${prefix}". Here: --public-url ${origin}${prefix}`;
  return ["url-path", prefix === undefined ? ": its path is not the same" : `: ${prefix} stands in front of its path`, fix];
}

function portOf({ port }: UrlParts): string {
  return port === "" ? "no port" : `port ${port.slice(1)}`;
}
