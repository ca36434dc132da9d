import { lstat } from "node:fs/promises";
import { join, posix, relative, sep } from "node:path";
import { toJsonText } from "../encode.js";
import { GenerateError } from "../errors.js";
import { applyWrites } from "../write/apply-writes.js";
import type { GeneratedFile } from "../write/generated-file.js";
import { planNewFiles } from "../write/plan-new-files.js";
import { shownPath } from "../write/shown-path.js";
import { unsafePaths } from "../write/unsafe-paths.js";
import type { DeliveryRecord } from "./delivery-record.js";
import { findHandler } from "./find-handler.js";
import { fixtureName } from "./fixture-name.js";
import { printTest } from "./print-test.js";
import type { ProjectFolders } from "./project-folders.js";
import { eventName } from "./summary.js";

/** A file as it will be, or is, written. */
export interface SavedFile {
  /** As shown to the user. */
  readonly path: string;
  readonly text: string;
}

/** What to save of a delivery: its payload, or also a test of it. */
export type SaveKind = "fixture" | "test";

/** How a delivery is saved. */
export interface SaveOptions {
  readonly kind: SaveKind;
  /** Without the secrets that some providers send in it. */
  readonly payload: unknown;
  readonly folders: ProjectFolders;
  /** Only say what would be written. */
  readonly preview: boolean;
}

interface Planned {
  readonly output: string;
  readonly file: GeneratedFile;
}

/**
 * Saves the payload of a delivery, with a test if asked, under names that are free: nothing is ever replaced. No header is
 * saved, so no signature.
 *
 * @throws GenerateError for a delivery without a payload, and where it cannot be written
 */
export async function saveDelivery(record: DeliveryRecord, { kind, payload, folders, preview }: SaveOptions): Promise<readonly SavedFile[]> {
  const files = await planFiles(record, kind, payload, folders);
  const { cwd } = folders;
  const provider = record.webhook.spec.provider;
  const problems = files.flatMap(({ file }) => unsafePaths([file], [provider]));
  if (problems.length > 0) throw new GenerateError(problems);
  const plans = await Promise.all(files.map(({ output, file }) => planNewFiles([file], { output, cwd, folders: [provider], force: false })));
  if (!preview) await applyWrites({ changes: plans.flatMap(({ changes }) => changes) });
  return files.map(({ output, file }) => ({ path: shownPath(cwd, join(output, file.path)), text: file.text }));
}

async function planFiles(record: DeliveryRecord, kind: SaveKind, payload: unknown, folders: ProjectFolders): Promise<readonly Planned[]> {
  const [event] = record.identified.events;
  if (event === undefined) throw new GenerateError([{ code: "no-event", severity: "error", message: "This delivery is no event, and has no payload to save", hint: "Choose one that shows the name of an event." }]);
  const tests = join(folders.cwd, "test/webhooks");
  const stem = `${record.webhook.spec.provider}/${fixtureName(eventName(event))}`;
  const number = await firstFree((at) => [join(folders.fixtures, `${stem}-${at}.json`), ...(kind === "test" ? [join(tests, `${stem}-${at}.test.ts`)] : [])]);
  const fixture = { output: folders.fixtures, file: { path: `${stem}-${number}.json`, text: `${toJsonText(payload)}\n` } };
  if (kind === "fixture") return [fixture];
  const path = `${stem}-${number}.test.ts`;
  const from = join(tests, path, "..");
  const text = printTest({ record, event, fixture: moduleTo(from, join(fixture.output, fixture.file.path)), handler: await findHandler(record.webhook, folders, (file) => moduleTo(from, file)) });
  return [fixture, { output: tests, file: { path, text } }];
}

/** The first number under which none of the files is there. */
async function firstFree(paths: (at: number) => readonly string[]): Promise<number> {
  for (let at = 1; ; at++) {
    const found = await Promise.all(paths(at).map((path) => lstat(path).then(() => true, (error: NodeJS.ErrnoException) => error.code !== "ENOENT" && error.code !== "ENOTDIR")));
    // What cannot be looked at is told of when the file is planned.
    if (!found.includes(true) || at > MOST) return at;
  }
}

const MOST = 9999;

/** `../../src/handler.js`: how a file in a folder names another. */
function moduleTo(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join(posix.sep);
  return path.startsWith(".") ? path : `./${path}`;
}
