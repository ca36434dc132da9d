import type { KeptFlags } from "../flags.js";
import { readTypeShapes } from "../read-type-shapes.js";
import type { Change, FoundChange } from "./change.js";
import { comparePayloads, type Payloads } from "./compare-payloads.js";
import { compareWebhooks, type IsChosen } from "./compare-webhooks.js";
import { readWebhook } from "./read-webhook.js";

/** The generated files of a provider: name → text, `handler.ts`. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Compares the files of a provider with everything that could be generated now. What the user chose by flags decides
 * what is new to them: an event that was there and was not chosen is not.
 */
export function compareGenerated(provider: string, before: Texts, after: Texts, kept: KeptFlags): readonly Change[] {
  const changes: Change[] = [];
  const add = (file: string, found: readonly FoundChange[]): number => changes.push(...found.map((one) => ({ ...one, file: `${provider}/${file}` })));
  const pairs = new Map<string, PayloadPair>();
  for (const file of new Set([...webhooksOf(before), ...webhooksOf(after)])) {
    const [old, now] = [before.get(file), after.get(file)];
    const name = file === "handler.ts" ? "default" : file.slice(0, -".ts".length);
    if (old === undefined || now === undefined) {
      if (old !== undefined) add(file, [{ change: "removed", kind: "webhook", name, breaking: true }]);
      else if (!isPart(kept)) add(file, [{ change: "added", kind: "webhook", name, breaking: false }]);
      continue;
    }
    const [oldWebhook, newWebhook] = [readWebhook(old), readWebhook(now)];
    const { changes: found, payloads } = compareWebhooks(oldWebhook, newWebhook, isChosen(kept.get(name)?.events));
    add(file, found);
    if (oldWebhook.payloads && newWebhook.payloads) join(pairs, { before: oldWebhook.payloads, after: newWebhook.payloads }, payloads);
  }
  for (const { files, delivered } of pairs.values()) {
    const side = (key: "before" | "after", texts: Texts): Payloads => ({ types: readTypeShapes(texts.get(files[key]) ?? ""), delivered: delivered[key] });
    add(files.after, comparePayloads(side("before", before), side("after", after)));
  }
  return changes;
}

/** Payload files that stand for each other, with what both sides' webhooks deliver of them. */
interface PayloadPair {
  readonly files: { readonly before: string; readonly after: string };
  readonly delivered: { readonly before: Set<string>; readonly after: Set<string> };
}

function join(pairs: Map<string, PayloadPair>, files: PayloadPair["files"], payloads: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> }): void {
  const key = `${files.before}\n${files.after}`;
  const pair = pairs.get(key) ?? { files, delivered: { before: new Set<string>(), after: new Set<string>() } };
  for (const name of payloads.before) pair.delivered.before.add(name);
  for (const name of payloads.after) pair.delivered.after.add(name);
  pairs.set(key, pair);
}

/** Whoever has handlers has the files of webhooks; what is left is shared. */
function webhooksOf(texts: Texts): readonly string[] {
  return [...texts.keys()].filter((file) => !/^(?:payloads|samples|validators)\b/.test(file));
}

function isPart(kept: KeptFlags): boolean {
  return kept.size > 0 && [...kept.values()].every(({ webhook }) => webhook !== undefined);
}

/** `pull_request` among the chosen means all of its actions, `pull_request.opened` that one. */
function isChosen(events: readonly string[] | undefined): IsChosen {
  if (events === undefined) return () => true;
  return (event, action) => events.includes(event) || (action !== undefined && events.includes(`${event}.${action}`));
}
