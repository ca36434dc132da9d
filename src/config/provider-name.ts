import { GenerateError } from "../errors.js";
import { shown } from "./shown.js";
import { isWindowsDevice } from "./windows-name.js";

/** Throws a GenerateError unless `name` can be a provider: it becomes a folder, a route and part of variable names. */
export function checkProviderName(name: string): void {
  if (isProviderName(name)) return;
  const message = `${shown(name)} cannot be a provider's name`;
  const hint =
    "Use lower-case letters, digits, - and _, beginning with a letter, at most 64, and no name that Windows reserves.";
  throw new GenerateError([{ code: "invalid-provider-name", severity: "error", message, hint }]);
}

/** Whether `name` has the form of a provider's name. */
export function isProviderName(name: string): boolean {
  return /^[a-z][a-z0-9_-]{0,63}$/.test(name) && !isWindowsDevice(name);
}
