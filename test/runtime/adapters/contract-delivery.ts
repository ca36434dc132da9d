import { createHmac } from "node:crypto";
import type { WrittenRequest } from "../http/raw-request.js";

/** A delivery to the handler of the contract, signed. */
export function delivery(event: string, body: string | Uint8Array = "{}", change: Partial<WrittenRequest> = {}): WrittenRequest {
  const bytes = Buffer.from(body as string);
  const { headers = [], ...rest } = change;
  const signature = createHmac("sha256", "contract").update(bytes).digest("hex");
  return {
    method: "POST",
    path: "/webhooks/contract",
    bodyBase64: bytes.toString("base64"),
    headers: [...(headers.some(([name]) => name === "content-type") ? [] : [["content-type", "application/json"] as const]), ["x-event", event], ["x-signature", signature], ...headers],
    ...rest,
  };
}
