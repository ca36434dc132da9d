import type { RawRequest } from "./delivery-record.js";

/**
 * The URL that the provider called, which some sign. A tunnel tells it in its headers, the nearest one last, as the
 * runtime reads them; nothing here is worth forging them for.
 */
export function ownUrl({ url, headers }: RawRequest): string {
  const header = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1].split(",").at(-1)?.trim();
  return `${header("x-forwarded-proto") ?? "http"}://${header("x-forwarded-host") ?? header("host") ?? "127.0.0.1"}${url}`;
}
