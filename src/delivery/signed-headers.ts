import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { RsaScheme, SignatureOptions, Source } from "@smart-webhooks/runtime/verify";
import type { SpecValue } from "../model/spec-value.js";

/**
 * The headers that a provider signs beside its time, its event and its id, which the signing side writes by itself: any
 * text will do. Where a request names the URL of its certificate, one that the receiver trusts.
 */
export function signedHeaders(spec: WebhookSpec, entries: ReadonlyMap<string, SpecValue>): Readonly<Record<string, string>> {
  const { timestamp, certificate } = spec.verify as Partial<RsaScheme & SignatureOptions>;
  const made = [spec.event, timestamp?.from, ...[spec.id ?? []].flat()].flatMap(headerName);
  const calls = [...entries.values()].flatMap(callsIn);
  const single = calls.filter(({ call }) => call === "headerText").map(({ name }) => name);
  // The list must name itself, or it could be cut.
  const lists = calls.filter(({ call }) => call === "listedHeaders").map(({ name }) => [name, [name, ...made].join(",")] as const);
  return Object.fromEntries([
    ...single.filter((name) => !made.includes(name)).map((name) => [name, "test"] as const),
    ...lists,
    ...(certificate ? [[certificate.url.name, certificateUrl(certificate.hosts[0] ?? "")] as const] : []),
  ]);
}

function headerName(source: Source | undefined): readonly string[] {
  return source?.from === "header" && "name" in source ? [source.name as string] : [];
}

interface HeaderCall {
  readonly call: string;
  /** Lower case. */
  readonly name: string;
}

function callsIn(value: SpecValue): readonly HeaderCall[] {
  if (typeof value !== "object") return [];
  if (Array.isArray(value)) return (value as readonly SpecValue[]).flatMap(callsIn);
  if ("entries" in value && value.entries instanceof Map) return [...value.entries.values()].flatMap((one) => callsIn(one as SpecValue));
  if (!("call" in value)) return [];
  const [name] = value.arguments;
  return [{ call: value.call, name: typeof name === "string" ? name.toLowerCase() : "" }, ...value.arguments.flatMap(callsIn)];
}

function certificateUrl(host: string): string {
  const place = host.replaceAll("*", "test");
  return `https://${place}${place.includes("/") ? "" : "/"}test.pem`;
}
