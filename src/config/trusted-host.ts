import { textThat } from "./read-scalar.js";
import type { Reader } from "./setting.js";

/**
 * Reads a host that certificates may come from, perhaps with the beginning of the path. `*` is one label in the middle:
 * `sns.*.amazonaws.com`. As the first or among the last it would trust hosts that anybody can have: `*.github.io`, `acme.*`.
 */
export const readTrustedHost: Reader<string> = textThat(
  isTrustedHost,
  "invalid-host",
  "Write a host such as api.acme.com in lower case, or with a path, api.acme.com/certs/; * may stand for a label in the middle, as in sns.*.amazonaws.com.",
);

function isTrustedHost(text: string): boolean {
  const [, host = "", path = ""] = /^([^/]*)(.*)$/s.exec(text) ?? [];
  if (host.length > 253 || path.length > 200 || !/^(?:\/[\w~-][\w.~-]*)*\/?$/.test(path)) return false;
  // Under a country's own domain, co.uk is as common to all as com.
  return isHost(host.split(".")) && !/\*\.[^.]{1,3}\.[^.]{2}$/.test(host);
}

function isHost(labels: readonly string[]): boolean {
  const last = labels.length - 1;
  const isLabel = (label: string): boolean => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/.test(label);
  // A last label that begins with a digit is one of an address.
  if (last < 1 || last > 8 || !/^[a-z]/.test(labels[last] ?? "")) return false;
  return labels.every((label, index) => isLabel(label) || (label === "*" && index > 0 && index < last - 1));
}
