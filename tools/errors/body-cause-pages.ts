import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { CauseCode } from "../../src/explain/cause-code.js";
import { fromGitHub, fromStripe, fromSlack, PUSH } from "./captured.js";
import type { ErrorPage, Example } from "./error-page.js";

type BodyCause = Extract<CauseCode, `body-${string}` | "request-changed" | "content-encoding">;

const RAW = "Mount the route before `express.json()` or whatever else parses bodies. [Frameworks](../frameworks.md) has the lines for each.";

/** Causes that lie in the body: a signature covers its exact bytes. */
export const bodyCausePages: Readonly<Record<BodyCause, ErrorPage>> = {
  "body-empty": {
    means: "The body is empty, though something was signed. A parser or a middleware read it before, and nothing was left.",
    fix: RAW,
    example: fromGitHub({ body: "", headers: { "Content-Length": "25" } }),
  },
  "body-json-rewritten": {
    means: "The JSON was parsed and written again. It means the same, but its bytes differ (blanks, escapes, `10.0`), and the signature covers bytes.",
    fix: `Verify the raw bytes, not \`JSON.stringify(request.body)\`. ${RAW}`,
    example: fromStripe({ body: '{"id":"evt_1","type":"charge.succeeded"}' }, '{\n  "id": "evt_1",\n  "type": "charge.succeeded"\n}'),
  },
  "body-line-endings": {
    means: "CRLF became LF, or LF became CRLF: by an editor, by git's `autocrlf`, or by something that reads lines.",
    fix: "Keep the body in binary. A capture in a repository needs `-text` in `.gitattributes`.",
    example: fromGitHub({ body: '{\r\n  "ref": "refs/heads/main"\r\n}\r\n', note: "The lines of `body.txt` end in CRLF." }, '{\n  "ref": "refs/heads/main"\n}\n'),
  },
  "body-byte-order-mark": {
    means: "A byte order mark stands at the start of the body and was not sent, or was sent and is gone. Editors on Windows write it, text decoders take it off.",
    fix: "Save the capture without BOM. In the app hand over the bytes, not a text.",
    example: fromGitHub({ body: `\uFEFF${PUSH}`, note: "`body.txt` begins with a byte order mark." }),
  },
  "body-trailing-newline": {
    means: "A line break or blank at the end of the body came or went. Editors and `echo` put one there, `trim()` takes it.",
    fix: "Save the exact bytes: no editor, no `echo`, no copying out of a terminal.",
    example: fromGitHub({ body: `${PUSH}\n`, note: "`body.txt` ends in a line break that was not sent." }),
  },
  "body-charset": {
    means: "The body was read or written in another charset than UTF-8, or its bytes were cut in the middle of a character and lost.",
    fix: "Hand the bytes over before anything reads them as text. Collect a stream's chunks as buffers, and never add them up as strings.",
    example: fromGitHub({ body: '{"ref":"refs/heads/na\uFFFDve"}' }, '{"ref":"refs/heads/naïve"}'),
  },
  "body-compressed": {
    means: "The body is still packed (gzip, deflate, Brotli). Something between the provider and you packed it.",
    fix: "Turn compression of requests off in the proxy, or let it unpack them before it passes them on.",
    example: fromGitHub({ note: "`body.txt` is packed with gzip.", prepare: (folder) => writeFileSync(join(folder, "body.txt"), gzipSync(PUSH)) }),
  },
  "body-base64": {
    means: "The body is in base64. AWS API Gateway hands it to a Lambda so, with `isBase64Encoded`.",
    fix: "Decode it before it is verified, or use `@smart-webhooks/runtime/lambda`, which does.",
    example: fromGitHub({ body: Buffer.from(PUSH).toString("base64") }),
  },
  "body-wrapped": {
    means: "The body that was signed stands in a field of something else, such as the event of a Lambda, or in one JSON string.",
    fix: "Hand over what stands in that field, as it is. `JSON.stringify` of a text wraps it once more.",
    example: fromGitHub({ body: JSON.stringify({ version: "2.0", body: PUSH, isBase64Encoded: false }) }),
  },
  "body-form-rewritten": {
    means: "A form was parsed and written again, or came out as JSON. `+` and `%20` mean the same, and sign differently.",
    fix: "Mount the route before `express.urlencoded()` or whatever else parses forms. [Frameworks](../frameworks.md) has the lines for each.",
    example: formRewritten(),
  },
  "body-length": {
    means: "The body has not the length that `Content-Length` says: the capture, or what the app read, is a part of it.",
    fix: "Capture all of it, with its exact bytes. In the app see whether a limit of a proxy or a parser cuts it off.",
    example: fromGitHub({ body: PUSH.slice(0, 12), headers: { "Content-Length": String(PUSH.length) } }),
  },
  "body-malformed": {
    means: "The signature stands in a field of the body, or is made over one, and the body cannot be read.",
    fix: "Capture the exact bytes. In a `webhook.yaml` of yours see whether `body_format` is what the provider sends.",
  },
  "request-changed": {
    means: "Of a provider whose public key is fetched: the signature is not made with that key over this request. There is no secret of yours that could be wrong, so the request was changed on the way, or is forged.",
    fix: "Capture the exact bytes and all headers, and compare with another delivery.",
  },
  "content-encoding": {
    means: "The signature is right, but a `Content-Encoding` says that the body is packed. A handler answers 415: what it would unpack is not what was signed.",
    fix: "Turn compression of requests off in the proxy, or take the header off where the body is plain.",
    example: fromGitHub({ headers: { "Content-Encoding": "gzip" } }),
  },
};

function formRewritten(): Example {
  const signed = fromSlack({ body: "command=%2Fweather&text=a+b" });
  return { ...signed, run: signed.run.replace("slack", "slack --webhook commands"), files: { ...signed.files, "body.txt": "command=%2Fweather&text=a%20b" } };
}
