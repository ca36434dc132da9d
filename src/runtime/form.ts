const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * A form's fields in their order.
 *
 * @throws TypeError when the bytes are no UTF-8
 */
export function parseForm(bytes: Uint8Array): URLSearchParams {
  // The constructor takes one question mark off: the body's own, if any, is data.
  return new URLSearchParams(`?${utf8.decode(bytes)}`);
}
