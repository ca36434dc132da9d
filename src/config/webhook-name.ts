import { isWindowsDevice } from "./windows-name.js";

const reserved: ReadonlySet<string> = new Set(["handler", "payloads", "samples", "validators"]);

/** Why a text cannot be the name of a webhook, as the end of a sentence; undefined when it can. It becomes a file and part of a class name. */
export function webhookNameFault(name: string): string | undefined {
  if (reserved.has(name)) return "is the name of another generated file";
  if (isWindowsDevice(name)) return "is a name that Windows reserves";
  if (name.length > 64) return "is longer than 64 characters";
  if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(name)) return "is not lower-case letters and digits joined by - or _";
  return undefined;
}
