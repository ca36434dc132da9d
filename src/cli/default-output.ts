import { statSync } from "node:fs";
import { join } from "node:path";

/** Where generated files go unless `--output` says otherwise. */
export function defaultOutput(cwd: string): string {
  const hasSource = statSync(join(cwd, "src"), { throwIfNoEntry: false })?.isDirectory() ?? false;
  return hasSource ? "src/webhooks" : "webhooks";
}
