import { header, hmac, type HmacScheme } from "@smart-webhooks/runtime/verify";
import { type Case, headerChange, type Variant } from "./case.js";
import { visible } from "./visible.js";
import { wantedHeaders } from "./wanted-headers.js";

/** A header that came under another name, or the header of an older signature alone. */
export function* renamedHeader(given: Case): Iterable<Variant> {
  const { headers } = given.request;
  for (const wanted of wantedHeaders(given).filter((name) => !(name in headers))) {
    for (const [name, value] of Object.entries(headers).slice(0, MOST)) {
      if (bare(name) !== bare(wanted) && !isPart(name, wanted)) continue;
      yield {
        change: headerChange(given, wanted, value),
        cause: {
          code: "signature-header-renamed",
          message: `The header ${wanted} came as ${visible(name, 40)}: the signature is right under its own name.`,
          fix: "Hand the headers over under the names that the provider sends. CGI and WSGI write HTTP_X_NAME, and some gateways put a word of theirs in front.",
        },
      };
    }
  }
  yield* olderScheme(given);
}

/** No server takes more headers. */
const MOST = 200;

/** GitHub and those who copied it also send the signature in SHA-1, as `X-Hub-Signature`. */
function* olderScheme(given: Case): Iterable<Variant> {
  const { spec, request } = given;
  const old = request.headers["x-hub-signature"];
  if (old === undefined || spec.verify.scheme !== "hmac" || (spec.verify as HmacScheme).algorithm === "sha1") return;
  const scheme = spec.verify as HmacScheme;
  const verify = { ...hmac({ ...scheme, algorithm: "sha1", signature: header("x-hub-signature", { prefix: "sha1=" }) }), toKey: scheme.toKey };
  yield {
    change: { spec: { ...spec, verify } },
    cause: {
      code: "signature-old-scheme",
      message: "Only the older header X-Hub-Signature came (SHA-1), and it is right. SHA-1 is not taken where the provider has something better.",
      fix: `Let the proxy pass ${wantedHeaders(given)[0] ?? "the newer header"} on. A GitHub Enterprise Server before 2.23 does not send it: renew it.`,
    },
  };
}

/** `HTTP_X_HUB_SIGNATURE_256`, `X_HUB_SIGNATURE_256` and `xhubsignature256` are one name. */
function bare(name: string): string {
  return name.toLowerCase().replace(/^http_/, "").replaceAll(/[^a-z\d]/g, "");
}

function isPart(name: string, wanted: string): boolean {
  const [long, short] = [bare(name), bare(wanted)];
  return long.endsWith(short) || short.endsWith(long.padStart(8, "\0"));
}
