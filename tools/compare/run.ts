import { readFileSync } from "node:fs";
import { join } from "node:path";
import { verifySignature } from "@smart-webhooks/runtime";
import { packageRoot } from "../../src/package-root.js";
import { type Case, loadCases } from "./cases.js";
import { libraries, type Library } from "./libraries.js";

/** How a library, and ours, did over the same cases. */
export interface Comparison {
  readonly library: string;
  readonly version: string;
  readonly cases: readonly Case[];
  readonly theirs: Score;
  readonly ours: Score;
}

/** The cases that a verifier was wrong about. */
export interface Score {
  readonly wronglyAccepted: readonly Case[];
  readonly wronglyRefused: readonly Case[];
  /** Refused, rightly or not, by an exception that is not the verifier's own way to say no. */
  readonly threw: readonly { readonly of: Case; readonly error: string }[];
}

/** Runs every library, and ours beside it, over the cases of its families. One after the other: they share a clock. */
export async function compare(): Promise<readonly Comparison[]> {
  const all = await loadCases(new Set(libraries.flatMap(({ families }) => families)));
  const comparisons: Comparison[] = [];
  for (const library of libraries) {
    const cases = all.filter(({ family }) => library.families.includes(family));
    const theirs = await score(cases, (one) => judge(library, one));
    comparisons.push({ library: library.name, version: installedVersion(library.name), cases, theirs, ours: await score(cases, judgeOurs) });
  }
  return comparisons;
}

/** Accepted or not, and the name of an exception that nobody announced. */
interface Judgement {
  readonly accepted: boolean;
  readonly error?: string | undefined;
}

async function score(cases: readonly Case[], verifier: (one: Case) => Promise<Judgement>): Promise<Score> {
  const judged: (Judgement & { readonly of: Case })[] = [];
  for (const of of cases) judged.push({ of, ...(await verifier(of)) });
  const wrong = judged.filter(({ of, accepted }) => accepted !== of.mustAccept);
  return {
    wronglyAccepted: wrong.filter(({ accepted }) => accepted).map(({ of }) => of),
    wronglyRefused: wrong.filter(({ accepted }) => !accepted).map(({ of }) => of),
    threw: judged.flatMap(({ of, error }) => (error === undefined ? [] : [{ of, error }])),
  };
}

/** Any of the secrets will do: few libraries take several, so their users call them once for each. */
async function judge(library: Library, request: Case): Promise<Judgement> {
  let error: string | undefined;
  for (const secret of request.secrets) {
    const one = await atTime(request.now, () => tryOne(library, request, secret));
    if (one.accepted) return one;
    error ??= one.error;
  }
  return { accepted: false, error };
}

async function tryOne(library: Library, request: Case, secret: string): Promise<Judgement> {
  try {
    return { accepted: await library.verify(request, secret) };
  } catch (error) {
    if (library.isRefusal?.(error)) return { accepted: false };
    return { accepted: false, error: error instanceof Error ? error.name : typeof error };
  }
}

async function judgeOurs({ spec, method, url, headers, body, secrets, now }: Case): Promise<Judgement> {
  const { ok } = await verifySignature(spec, { method, url, headers, body }, { secret: secrets, now });
  return { accepted: ok };
}

/** Most libraries read the clock themselves. */
async function atTime<T>(now: number, run: () => Promise<T>): Promise<T> {
  const { now: real } = Date;
  Date.now = () => now;
  try {
    return await run();
  } finally {
    Date.now = real;
  }
}

function installedVersion(name: string): string {
  const text = readFileSync(join(packageRoot(), "node_modules", name, "package.json"), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
