import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { WebhookSpec } from "@smart-webhooks/runtime";
import { packageRoot } from "../../src/package-root.js";
import { loadSpecs } from "./specs.js";

/** One request, and the verdict a verifier must come to. */
export interface Case {
  readonly id: string;
  /** What is special about it. */
  readonly about: string;
  /** The family of signatures that it is of. */
  readonly family: string;
  readonly method: string;
  /** Absolute: as the provider called it. */
  readonly url: string;
  /** As a Node server has them: names in lower case, values trimmed, repeated ones joined. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The secret or public key, then the previous ones. */
  readonly secrets: readonly string[];
  /** Unix milliseconds. */
  readonly now: number;
  readonly mustAccept: boolean;
  /** How the family signs, in our own terms. */
  readonly spec: WebhookSpec;
}

/** Every vector and every HTTP case that asks about a signature, of the given families, in the order of the fixtures. */
export async function loadCases(families: ReadonlySet<string>): Promise<readonly Case[]> {
  const { vectors } = readFixture("verify/signatures.json") as { readonly vectors: readonly Vector[] };
  const { cases } = readFixture("http-cases.json") as { readonly cases: readonly HttpCase[] };
  const specs = await loadSpecs(families);
  return [
    ...vectors.flatMap((one) => {
      const spec = specs.get(one.provider);
      return spec === undefined ? [] : [fromVector(one, spec)];
    }),
    ...cases.flatMap((one) => {
      const spec = specs.get(familyOf(one));
      return spec === undefined || !asksAboutSignature(one) ? [] : [fromHttpCase(one, spec)];
    }),
  ];
}

interface Vector {
  readonly id: string;
  readonly note: string;
  readonly provider: string;
  readonly secret?: string;
  readonly publicKey?: string;
  readonly previousSecrets?: readonly string[];
  /** Unix seconds. */
  readonly now: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly recommended: boolean;
}

interface HttpCase {
  readonly id: string;
  readonly why: string;
  readonly provider: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly bodyBase64: string;
  readonly secretEnv: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly now: number;
  readonly config?: { readonly publicUrl?: string };
  readonly expect: { readonly status: number | readonly number[]; readonly handlerCalled: boolean | "any" };
}

function fromVector(vector: Vector, spec: WebhookSpec): Case {
  const { id, note: about, provider: family, method, url, headers, body, now, recommended: mustAccept } = vector;
  const secrets = [vector.secret ?? vector.publicKey ?? "", ...(vector.previousSecrets ?? [])];
  return { id, about, family, method, url, headers: asNodeHas(Object.entries(headers)), body: Buffer.from(body), secrets, now: now * 1000, mustAccept, spec };
}

function fromHttpCase(one: HttpCase, spec: WebhookSpec): Case {
  const { id, why: about, method, headers, secretEnv, now } = one;
  const url = (one.config?.publicUrl ?? "https://hooks.example.com") + one.path;
  const isPrevious = (name: string): boolean => name.endsWith("_PREVIOUS");
  const secrets = Object.entries(secretEnv).toSorted(([a], [b]) => Number(isPrevious(a)) - Number(isPrevious(b))).map(([, secret]) => secret);
  const body = Buffer.from(one.bodyBase64, "base64");
  return { id, about, family: familyOf(one), method, url, headers: asNodeHas(headers), body, secrets, now: now * 1000, mustAccept: one.expect.status === 200, spec };
}

function familyOf({ provider }: HttpCase): string {
  return provider === "standard" ? "standard-webhooks" : provider;
}

/** Others ask about methods, sizes, missing secrets or routing, of which a verifier knows nothing. */
function asksAboutSignature({ expect: { status, handlerCalled } }: HttpCase): boolean {
  return status === 401 || (status === 200 && handlerCalled === true);
}

function asNodeHas(pairs: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  const headers = new Headers();
  const record: Record<string, string> = {};
  for (const [name, value] of pairs) headers.append(name, value);
  for (const [name, value] of headers) record[name] = value;
  return record;
}

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(join(packageRoot(), "test", "fixtures", name), "utf8"));
}
