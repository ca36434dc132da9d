import { relative, sep } from "node:path";
import { isInside } from "./is-inside.js";

/** An absolute path as shown to the user: relative to the working directory when below it, forward slashes. */
export function shownPath(cwd: string, path: string): string {
  const shown = isInside(cwd, path) ? relative(cwd, path) || "." : path;
  return shown.split(sep).join("/");
}
