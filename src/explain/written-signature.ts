import type { Encoding, SignatureSource } from "@smart-webhooks/runtime/verify";
import { type Case, headerChange, type Variant } from "./case.js";
import type { CauseCode } from "./cause-code.js";
import { signingParts } from "./signing-parts.js";
import { checkLike } from "./check-like.js";

/** A signature that is right but not written as the provider writes it. */
export function* writtenSignature(given: Case): Iterable<Variant> {
  const { source } = signingParts(given.spec.verify, checkLike(given), given.secrets[0]?.value);
  if (source === undefined || !["header", "headers", "list", "pairs"].includes(source.from)) return;
  const { name: only, names = [only], prefix = "" } = source as SignatureSource & { readonly name?: string; readonly names?: readonly string[]; readonly prefix?: string };
  const name = names.find((one) => one !== undefined && (given.request.headers[one] ?? "").trim() !== "");
  const written = name === undefined ? undefined : given.request.headers[name]?.trim();
  if (name === undefined || written === undefined) return;
  for (const [code, value, message, fix] of spellings(written, { name, prefix, encoding: source.encoding })) {
    if (value !== written) yield { change: headerChange(given, name, value), cause: { code, message, fix } };
  }
}

/** So many values of one header are tried. */
const MOST_PARTS = 20;

interface Written {
  readonly name: string;
  readonly prefix: string;
  readonly encoding: Encoding;
}

type Spelling = readonly [code: CauseCode, value: string, message: string, fix: string];

function* spellings(written: string, { name, prefix, encoding }: Written): Iterable<Spelling> {
  for (const part of [...written.split(/,\s*/, MOST_PARTS), ...written.split(/;\s*/, MOST_PARTS)]) {
    yield ["signature-header-joined", part, `The header ${name} came more than once, or with something joined to it: one of its values is right.`, "Let the header pass once: a proxy that copies or adds headers sends it twice."];
  }
  const unquoted = written.replace(/^(["'])(.*)\1$/s, "$2");
  if (prefix !== "" && !unquoted.startsWith(prefix)) {
    yield ["signature-prefix", prefix + unquoted, `${prefix} is missing in front of the signature in ${name}: with it the signature is right.`, `Let the header pass as it came. In a webhook.yaml of yours, leave signature_prefix out if the provider sends none.`];
  }
  const [, odd = ""] = /^([a-z\d]{1,10}[=,:])(?=.{16})/i.exec(unquoted) ?? [];
  if (odd !== "" && odd !== prefix) {
    yield ["signature-prefix", prefix + unquoted.slice(odd.length), `In front of the signature in ${name} stands ${odd}${prefix === "" ? ", where nothing is expected" : `, not ${prefix}`}.`, `In a webhook.yaml of yours, write signature_prefix: "${odd}".`];
  }
  const start = unquoted.startsWith(prefix) ? prefix : "";
  const bare = unquoted.slice(start.length);
  for (const [other, text] of otherEncodings(bare, encoding)) {
    yield ["signature-encoding", start + text, `The signature in ${name} is written in ${other}, and read as ${encoding}.`, `In a webhook.yaml of yours, write signature_encoding: ${other}. Else something on the way wrote the header again: let it pass as it came.`];
  }
}

function* otherEncodings(text: string, wanted: Encoding): Iterable<readonly [name: string, rewritten: string]> {
  const decoded = /%[\da-f]{2}/i.test(text) ? attempt(() => decodeURIComponent(text)) : undefined;
  if (decoded !== undefined) yield ["URL escapes", decoded];
  if (/^(["']).*\1$/.test(text)) yield ["quotes", text.slice(1, -1)];
  if (/ /.test(text)) yield ["base64 with blanks for +", text.replaceAll(" ", "+")];
  for (const encoding of ["hex", "base64", "base64url"] as const) {
    if (encoding === wanted && encoding !== "base64") continue;
    const bytes = Buffer.from(text, encoding);
    if (bytes.length > 0) yield [encoding === wanted ? "base64 without its padding" : encoding, bytes.toString(wanted)];
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
