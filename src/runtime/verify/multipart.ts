import { parseForm } from "../form.js";

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * A form's fields in their order, of multipart/form-data (RFC 7578) as of the usual form: the first line tells which.
 * Files are passed over.
 *
 * @throws Error when the bytes are no UTF-8, or the last part does not end
 */
export function multipart(bytes: Uint8Array): Iterable<readonly [name: string, value: string]> {
  const text = utf8.decode(bytes);
  const boundary = /^--[^\r\n]{1,70}(?=\r\n)/.exec(text)?.[0];
  if (boundary === undefined) return parseForm(bytes);
  const [, ...parts] = `\r\n${text}`.split(`\r\n${boundary}`);
  if (!parts.pop()?.startsWith("--")) throw new SyntaxError("The form's last part does not end");
  return parts.flatMap(toField);
}

function toField(part: string): readonly [name: string, value: string][] {
  const end = part.indexOf("\r\n\r\n");
  const disposition = part.slice(0, end).split("\r\n").find((line) => /^content-disposition:/i.test(line)) ?? "";
  const [, name] = /;\s*name="([^"]*)"/i.exec(disposition) ?? [];
  return end < 0 || name === undefined || /;\s*filename\*?=/i.test(disposition) ? [] : [[name, part.slice(end + 4)]];
}
