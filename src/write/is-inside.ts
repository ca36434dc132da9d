import { isAbsolute, relative, sep } from "node:path";

/** Whether an absolute path is the folder itself or below it, by its text alone: symlinks are not followed. */
export function isInside(folder: string, path: string): boolean {
  const steps = relative(folder, path);
  return steps !== ".." && !steps.startsWith(`..${sep}`) && !isAbsolute(steps);
}
