import { GenerateError } from "../errors.js";
import { parseJsonHeaders } from "./parse-json-headers.js";

/** The head of a captured request. */
export interface RequestHead {
  /** Of the request line, where there is one. */
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/**
 * Reads `Name: value` lines, perhaps below a request line, or what `curl -v` prints of a request; or JSON, an object or a list
 * of pairs.
 *
 * @throws GenerateError with the line that is no header; the line itself may hold a secret and is not shown
 */
export function parseHeaders(text: string, file: string): RequestHead {
  const plain = text.replace(/^\uFEFF/, "");
  const head = /^\s*[[{]/.test(plain) ? fromJson(plain, file) : fromLines(plain, file);
  if (head.headers.length === 0) throw unreadable(file, `${file} has no headers`, undefined);
  if (head.headers.length > MOST) throw unreadable(file, `${file} has more than ${MOST} headers: no server takes so many`, undefined);
  return withoutPseudo(head);
}

const MOST = 1000;

function fromJson(text: string, file: string): RequestHead {
  const headers = parseJsonHeaders(text);
  if (headers === undefined) throw unreadable(file, `${file} is no JSON of headers`, undefined);
  return { method: undefined, url: undefined, headers };
}

const REQUEST_LINE = /^([A-Z]{3,10}) (\S+)(?: HTTP\/[\d.]+)?$/;
// The names that RFC 9110 allows, and those of HTTP/2 that begin with a colon.
// What follows is trimmed, not matched: to match it takes the square of its length where a line is long and no header.
const HEADER = /^(:?[!#$%&'*+.^_`|~\w-]+)[ \t]*:(.*)$/;

function fromLines(text: string, file: string): RequestHead {
  let [method, url]: readonly (string | undefined)[] = [];
  const headers: [name: string, value: string][] = [];
  for (const [number, line] of sentLines(text)) {
    const [, verb, target] = (headers.length === 0 && REQUEST_LINE.exec(line)) || [];
    const [, name, value] = HEADER.exec(line) ?? [];
    const last = headers.at(-1);
    if (verb !== undefined) [method, url] = [verb, target];
    else if (line.trim() === "") {
      // What follows is the body.
      if (last !== undefined) break;
    } else if (name !== undefined) headers.push([name, value?.trim() ?? ""]);
    else if (/^[ \t]/.test(line) && last !== undefined) last[1] = `${last[1]} ${line.trim()}`;
    else throw unreadable(file, `Line ${number} of ${file} is no header`, number);
  }
  return { method, url, headers };
}

/** The lines with their numbers; of what `curl -v` prints, those that it sent. */
function sentLines(text: string): readonly (readonly [number: number, line: string])[] {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => [index + 1, line] as const);
  const sent = lines.filter(([, line]) => /^>(?: |$)/.test(line));
  return sent.length === 0 ? lines : sent.map(([number, line]) => [number, line.slice(2)] as const);
}

/** HTTP/2 has the request line in headers of its own. */
function withoutPseudo({ method, url, headers }: RequestHead): RequestHead {
  const pseudo = new Map(headers.filter(([name]) => name.startsWith(":")));
  const authority = pseudo.get(":authority");
  const named = headers.filter(([name]) => !name.startsWith(":"));
  const hasHost = authority === undefined || named.some(([name]) => name.toLowerCase() === "host");
  return { method: method ?? pseudo.get(":method"), url: url ?? pseudo.get(":path"), headers: hasHost ? named : [...named, ["host", authority]] };
}

function unreadable(file: string, message: string, line: number | undefined): GenerateError {
  const hint = 'Write a header on each line, "Name: value", or JSON: {"Name": "value"}.';
  return new GenerateError([{ code: "unreadable-headers", severity: "error", message: `${message}.`, hint, at: { file, ...(line !== undefined && { line }) } }]);
}
