import { randomInt, randomUUID } from "node:crypto";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { atPath } from "../at-path.js";
import { setPath } from "../set-path.js";

/** An example payload with a delivery id of its own where the body holds it: the receiver would know the next one from the last. */
export function withNewId({ id }: WebhookSpec, payload: unknown): unknown {
  const sources = [id ?? []].flat();
  // Where a header stands first, that one is the id, and new in each request.
  if (sources[0]?.from !== "field") return payload;
  const paths = sources.flatMap((source) => ("path" in source ? [source.path as readonly string[]] : []));
  const path = paths.find((one) => atPath(one, payload) !== undefined);
  if (path === undefined) return payload;
  const set = setPath(payload, path, typeof atPath(path, payload) === "number" ? randomInt(2 ** 31, 2 ** 40) : `test-${randomUUID()}`);
  return "data" in set ? set.data : payload;
}
