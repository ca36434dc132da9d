import { join } from "node:path";
import { watch } from "chokidar";
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
  const watcher = watch([providersDir, join(providersDir, "..", "schemas")], { ignoreInitial: true });
  watcher.on("add", onChange).on("change", onChange).on("unlink", onChange);
  await new Promise<void>((resolve) => watcher.once("ready", resolve));
  running = run();
  return new Promise<never>(() => {});
}
