import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { bodyChange, type Case, type Variant } from "./case.js";
import type { CauseCode } from "./cause-code.js";

const RAW_BYTES = "Hand the bytes over as they came, before anything reads them as text: docs/frameworks.md says how for each framework.";

type Spelling = readonly [code: CauseCode, body: Uint8Array | undefined, wrong: string, fix: string];

/** Bodies whose text was kept while the bytes were not: line breaks, a byte order mark, another charset, compression, base64. */
export function* bodyBytes(given: Case): Iterable<Variant> {
  const { body } = given.request;
  for (const [code, changed, wrong, fix] of spellings(Buffer.from(body))) {
    if (changed === undefined || Buffer.compare(body, changed) === 0) continue;
    yield { change: bodyChange(given, changed), cause: { code, message: `The body is not the one that was signed: the signature is right once ${wrong}.`, fix } };
  }
}

function* spellings(body: Buffer): Iterable<Spelling> {
  const { length } = body;
  const text = body.toString("latin1");
  const keep = "Save the body with its exact bytes: an editor, echo or a shell's $(…) adds or drops a line break. Where the app itself does it, hand the bytes over as they came.";
  yield ["body-trailing-newline", body.at(-1) === 0x0a ? body.subarray(0, body.at(-2) === 0x0d ? length - 2 : length - 1) : undefined, "the line break at its end is taken away", keep];
  yield ["body-trailing-newline", Buffer.concat([body, Buffer.from("\n")]), "a line break is put to its end", keep];
  yield ["body-trailing-newline", Buffer.concat([body, Buffer.from("\r\n")]), "a line break (CRLF) is put to its end", keep];
  yield ["body-trailing-newline", Buffer.from(text.trim(), "latin1"), "the white space at its ends is taken away", keep];
  const lines = "Something turned the line breaks: git (core.autocrlf), an editor, or a transfer in text mode. Keep the body in binary.";
  yield ["body-line-endings", Buffer.from(text.replaceAll("\r\n", "\n"), "latin1"), "CRLF line breaks are turned into LF", lines];
  yield ["body-line-endings", Buffer.from(text.replaceAll(/\r?\n/g, "\r\n"), "latin1"), "LF line breaks are turned into CRLF", lines];
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  yield ["body-byte-order-mark", body.indexOf(mark) === 0 ? body.subarray(3) : undefined, "the byte order mark at its start is taken away", "Save the file as UTF-8 without BOM; in the app, hand the bytes over as they came."];
  yield ["body-byte-order-mark", Buffer.concat([mark, body]), "a byte order mark is put to its start", `Decoding took the byte order mark away. ${RAW_BYTES}`];
  yield* charsets(body);
  yield* packed(body);
}

function* charsets(body: Buffer): Iterable<Spelling> {
  const text = body.toString("utf8");
  const isNarrow = /^[\0-\xff]*$/.test(text);
  const fix = `The body was read in another charset than UTF-8. ${RAW_BYTES}`;
  yield ["body-charset", isNarrow ? Buffer.from(text, "latin1") : undefined, "its characters are written as Latin-1", fix];
  yield ["body-charset", Buffer.from(body.toString("latin1"), "utf8"), "it is read as Latin-1 and written as UTF-8", fix];
  yield ["body-charset", Buffer.from(new TextDecoder("windows-1252").decode(body), "utf8"), "it is read as Windows-1252 and written as UTF-8", fix];
  yield ["body-charset", Buffer.from(text.normalize("NFC")), "its accents are composed (NFC)", fix];
  yield ["body-charset", Buffer.from(text.normalize("NFD")), "its accents are decomposed (NFD)", fix];
}

/** An unpacked body is no larger than this: a few bytes can stand for gigabytes. */
const MOST_UNPACKED = 32 * 1024 * 1024;

function* packed(body: Buffer): Iterable<Spelling> {
  const options = { maxOutputLength: MOST_UNPACKED };
  const unpack = "The body is still packed. Turn compression off at the provider, or let the proxy in front unpack it and take its Content-Encoding header away.";
  const readers = [gunzipSync, inflateSync, brotliDecompressSync].map((read) => (): Buffer => read(body, options));
  for (const read of readers) yield ["body-compressed", attempt(read), "it is unpacked", unpack];
  const text = body.toString("latin1").trim();
  const isBase64 = text.length > 0 && /^[A-Za-z\d+/\r\n]+={0,2}$/.test(text);
  const decode = 'The body is base64. On AWS Lambda, event.isBase64Encoded says so: give the event to webhookRoutes of "@smart-webhooks/runtime/lambda", or decode it: Buffer.from(event.body, "base64").';
  yield ["body-base64", isBase64 ? Buffer.from(text, "base64") : undefined, "it is decoded from base64", decode];
}

function attempt(read: () => Buffer): Buffer | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
