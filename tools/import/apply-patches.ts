import type { Patch } from "./overlay.js";

/** Makes the overlay's repairs in the source itself. Throws when a place is gone or already says so: then the patch has had its day. */
export function applyPatches(document: unknown, patches: readonly Patch[]): void {
  for (const patch of patches) {
    for (const pointer of [patch.at].flat()) applyPatch(document, pointer, patch);
  }
}

function applyPatch(document: unknown, pointer: string, { op, value }: Patch): void {
  const keys = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() ?? "";
  const holder = keys.reduce<unknown>((held, key) => (isRecord(held) ? held[key] : undefined), document);
  if (!isRecord(holder)) throw new Error(`overlay.yaml: ${pointer} is not in the source`);
  const known = Object.hasOwn(holder, last);
  if (known === (op === "add")) throw new Error(`overlay.yaml: ${pointer} is ${known ? "already" : "not"} in the source`);
  if (JSON.stringify(holder[last]) === JSON.stringify(value)) throw new Error(`overlay.yaml: ${pointer} needs no patch any more`);
  if (op === "remove") delete holder[last];
  else holder[last] = value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
