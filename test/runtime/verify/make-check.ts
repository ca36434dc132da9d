import { toCheck } from "../../../src/runtime/check.js";
import { lazyPayload } from "../../../src/runtime/payload.js";
import { type RequestHeaders, toEventHeaders } from "../../../src/runtime/request.js";
import type { BodyFormat } from "../../../src/runtime/verify/body-format.js";
import type { Check, Surroundings } from "../../../src/runtime/verify/delivery.js";

/** What a check is made from: all of it may be left out. */
export interface CheckParts extends Partial<Surroundings> {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: RequestHeaders;
  readonly body?: string | Uint8Array;
  readonly bodyFormat?: BodyFormat;
}

/** A delivery under examination, for the parts that read one. */
export function checkOf({ method = "POST", url = "/hook", headers = {}, body = "", bodyFormat, ...rest }: CheckParts = {}): Check {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const delivery = { method, url, headers: toEventHeaders(headers), body: bytes };
  const surroundings: Surroundings = { now: 0, tolerance: undefined, publicUrl: undefined, trustUrl: true, params: {}, fetchKey: undefined, ...rest };
  return toCheck(surroundings, delivery, lazyPayload(bodyFormat === undefined ? {} : { bodyFormat }, delivery));
}
