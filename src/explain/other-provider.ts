import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Case } from "./case.js";
import type { Cause } from "./explanation.js";
import { wantedHeaders } from "./wanted-headers.js";

/** Headers that say nothing of who sent them. */
const COMMON = new Set(["authorization", "signature", "digest", "x-signature", "x-webhook-signature", "x-signature-256", "host", "date"]);

/** The provider whose signature header a request has, where it lacks that of its own. */
export function otherProvider({ spec, request }: Case, others: readonly WebhookSpec[]): Cause | undefined {
  // The event's header tells whose request it is, even where the signature is lost.
  const { name: eventHeader } = spec.event as { readonly name?: string };
  if (spec.event.from === "header" && eventHeader !== undefined && eventHeader in request.headers) return undefined;
  const found = others.find((other) => other.provider !== spec.provider && isOf(other, request));
  const [name] = found === undefined ? [] : wantedHeaders({ spec: found, request, secrets: [] });
  if (found === undefined || name === undefined) return undefined;
  return {
    code: "other-provider",
    message: `This looks like a request of ${found.provider}, not of ${spec.provider}: it has the header ${name}.`,
    fix: `Explain it with: smart-webhooks explain ${found.provider}. In the app, set the URL at ${found.provider} to the path of its handler (${[found.path].flat()[0]}).`,
    certain: false,
  };
}

function isOf(spec: WebhookSpec, request: Case["request"]): boolean {
  const [name, ...others] = wantedHeaders({ spec, request, secrets: [] });
  return name !== undefined && !COMMON.has(name) && name in request.headers && others.every((other) => other in request.headers);
}
