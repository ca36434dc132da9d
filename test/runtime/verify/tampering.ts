import type { WebhookSpec } from "@smart-webhooks/runtime";
import { beforeAll } from "vitest";
import type { Draft } from "../../../src/runtime/testing/draft.js";
import { type Knowledge, signFamily, verdictOf } from "../testing/sign-family.js";
import { COVERED } from "./covered.js";
import { families, loadFamilies, type Vector, vectors } from "./load-families.js";

/** A request that is accepted, and what is needed to hold changed ones against it. */
export interface Accepted {
  readonly request: Draft;
  /** Whether a changed request is accepted too. */
  accepts(changed: Draft): Promise<boolean>;
  /** Whether all that is covered stayed. */
  isSame(changed: Draft): boolean;
}

/** The accepted requests: the vectors', and of families that have none a request that we signed. */
export const accepted: readonly string[] = [
  ...vectors.filter(({ recommended }) => recommended).map(({ id }) => id),
  ...families.filter((family) => !vectors.some(({ provider, recommended }) => provider === family && recommended)).map((family) => `${family}/signed`),
];

/** Loads the families before the tests, and then an accepted request by its id. */
export function loadAccepted(): (id: string) => Promise<Accepted> {
  let specs: ReadonlyMap<string, WebhookSpec>;
  beforeAll(async () => void (specs = await loadFamilies()));
  return async (id) => {
    const vector = vectors.find((one) => one.id === id);
    const family = vector?.provider ?? (id.split("/")[0] as string);
    const spec = specs.get(family) as WebhookSpec;
    const { request, right, now } = vector ? fromVector(vector) : { ...(await signFamily(family, spec)), now: undefined };
    const known = await onlyKnownKeys(spec, request, right, now);
    const texts = (changed: Draft): readonly (string | undefined)[] => (COVERED[family] ?? []).map((part) => part(changed, request));
    const wanted = texts(request);
    return {
      request,
      accepts: async (changed) => (await verdictOf(spec, changed, known, now)).ok,
      isSame: (changed) => texts(changed).every((text, index) => text !== undefined && text === wanted[index]),
    };
  };
}

function fromVector({ method, url, headers, body, now, ...vector }: Vector): { readonly request: Draft; readonly right: Knowledge; readonly now: number } {
  const secrets = [vector.secret ?? vector.publicKey ?? [], vector.previousSecrets ?? []].flat();
  const request = { method, url, headers, body: new TextEncoder().encode(body) };
  return { request, right: { own: "", secret: secrets, fetchKey: () => vector.certificate ?? vector.jwk }, now: now * 1000 };
}

/** Keys are found under the URL or id of the accepted request, and nowhere else. */
async function onlyKnownKeys(spec: WebhookSpec, request: Draft, right: Knowledge, now: number | undefined): Promise<Knowledge> {
  const asked: string[] = [];
  const fetchKey = (urlOrKeyId: string): ReturnType<NonNullable<Knowledge["fetchKey"]>> => {
    asked.push(urlOrKeyId);
    return right.fetchKey?.(urlOrKeyId);
  };
  const found = await verdictOf(spec, request, { ...right, fetchKey }, now);
  if (!found.ok) throw new Error(`The request itself is refused: ${found.reason}`);
  const known = new Set(asked);
  return { ...right, fetchKey: (urlOrKeyId) => (known.has(urlOrKeyId) ? right.fetchKey?.(urlOrKeyId) : undefined) };
}
