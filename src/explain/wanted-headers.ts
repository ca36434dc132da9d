import type { Check } from "@smart-webhooks/runtime/verify";
import type { Case } from "./case.js";
import { checkLike } from "./check-like.js";
import { headersRead, signingParts } from "./signing-parts.js";

/** The names of the headers that a scheme needs, in lower case, the signature's first. */
export function wantedHeaders({ spec, request, secrets }: Pick<Case, "spec" | "request" | "secrets">): readonly string[] {
  const { verify } = spec;
  if (verify.scheme === "basic") return ["authorization"];
  // What stands in a body is not asked for here: only which headers are looked at.
  const check = checkLike({ request });
  const { source, signed } = signingParts(verify, check, secrets[0]?.value);
  const place = signed?.timestamp?.from;
  const parts = [source?.read, place && ((one: Check) => place.get(one)), ...(signed?.content ?? []).map((part) => (typeof part === "string" ? undefined : (one: Check) => part.read(one, "")))];
  const found = parts.flatMap((read) => (read ? headersRead(read, check) : []));
  return [...new Set([...found, ...Object.keys(signed?.require ?? {}).map((name) => name.toLowerCase())])].filter((name) => !name.includes("{n}"));
}
