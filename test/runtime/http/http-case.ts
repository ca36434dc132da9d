import { readFileSync } from "node:fs";

/** One request to a receiver, and what must come of it. */
export interface HttpCase {
  readonly id: string;
  readonly provider: string;
  readonly why: string;
  readonly method: string;
  readonly path: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly bodyBase64: string;
  /** The whole environment the receiver may see. */
  readonly secretEnv: Readonly<Record<string, string>>;
  /** Unix seconds. */
  readonly now: number;
  readonly config?: { readonly maxBodyBytes?: number; readonly publicUrl?: string; readonly path?: string };
  readonly handler?: string;
  readonly requires?: readonly string[];
  /** Cases of a group go to one receiver, in order. */
  readonly group?: string;
  /** So many at once. */
  readonly concurrent?: number;
  /** `object`: no HTTP client can write it. */
  readonly transport?: "object" | "node";
  readonly expect: {
    readonly status: number | readonly number[];
    readonly handlerCalled: boolean | "any";
    readonly handlerCalls?: number;
    readonly bodyMustContain?: readonly string[];
    readonly bodyMustNotContain?: readonly string[];
    readonly rawBodyMustContain?: string;
    readonly contentTypeMustNotBe?: string;
    readonly eventType?: string;
    readonly maxRssDeltaMiB?: number;
  };
}

/** What a receiver answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Every case, of all six receivers. */
export const httpCases: readonly HttpCase[] = (
  JSON.parse(readFileSync(new URL("../../fixtures/http-cases.json", import.meta.url), "utf8")) as { readonly cases: readonly HttpCase[] }
).cases;

/** The cases that belong together: those of a group, or one by itself. */
export function groups(cases: readonly HttpCase[]): readonly (readonly HttpCase[])[] {
  const found = new Map<string, HttpCase[]>();
  for (const test of cases) found.set(test.group ?? test.id, [...(found.get(test.group ?? test.id) ?? []), test]);
  return [...found.values()];
}

/** A case's exact bytes. */
export function bodyOf({ bodyBase64 }: Pick<HttpCase, "bodyBase64">): Uint8Array {
  return Uint8Array.from(Buffer.from(bodyBase64, "base64"));
}
