import { join } from "node:path";
import { watch } from "chokidar";
import type { Problem } from "../errors.js";
import type { Printer } from "./printer.js";
import type { Where } from "./where.js";

/** An editor saves in several steps: one run for all of them. Milliseconds. */
const SETTLE_MS = 50;

/** Generates, and again whenever the user's YAML or schemas change. A broken file is reported and waited for. Never ends. */
export async function watchAndGenerate(where: Where, printer: Printer, generate: () => Promise<unknown>): Promise<never> {
  const { providersDir } = where;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const run = async (): Promise<void> => {
    try {
      await generate();
    } catch (error) {
      printer.failure(error);
    }
    printer.note("Watching for changes. Press Ctrl+C to stop.");
  };
  const onChange = (path: string): void => {
    if (!/\.(?:ya?ml|json)$/.test(path)) return;
    clearTimeout(timer);
    // One at a time: a run must not read what the one before is writing.
    timer = setTimeout(() => (running = running.then(run)), SETTLE_MS);
  };
  // A symlink could lead anywhere, and all that is there would be watched.
  const watcher = watch([providersDir, join(providersDir, "..", "schemas")], { ignoreInitial: true, followSymlinks: false });
  watcher.on("add", onChange).on("change", onChange).on("unlink", onChange);
  watcher.on("error", (error) => printer.problems([cannotWatch(error)]));
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  running = run();
  return new Promise<never>(() => {});
}

function cannotWatch(error: unknown): Problem {
  const [message = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  const hint = "Changes there go unnoticed: make it readable, or start the command again after a change.";
  return { code: "watch-failed", severity: "error", message: `A file or a folder cannot be watched: ${message}`, hint };
}
