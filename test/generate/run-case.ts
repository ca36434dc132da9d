import { spawn } from "node:child_process";
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { packageRoot } from "../../src/package-root.js";

/** What a case does to the project before the run that is judged. */
export interface Setup {
  readonly runFirst?: true;
  readonly convertOutTo?: "crlf";
  readonly symlinkOut?: string;
  readonly outIsFile?: true;
  readonly replaceFirstGeneratedFileByDir?: true;
  readonly concurrent?: number;
  readonly cwdName?: string;
}

/** A case's `expect.json`. */
export interface GeneratorCase {
  readonly why: string;
  readonly args: readonly string[];
  readonly exit: 0 | "nonzero" | "any";
  readonly mustContain: readonly string[];
  readonly mustNotContain: readonly string[];
  readonly mustCompile: boolean;
  readonly stderrMentions: readonly string[];
  readonly stderrMustNotContain: readonly string[];
  readonly maxSeconds: number;
  readonly outputUnchanged?: true;
  readonly mtimeUnchanged?: true;
  readonly sameOutputAs?: string;
  readonly outputMustNotContainCR?: true;
  readonly classMustNotHaveMember?: readonly string[];
  readonly routable?: readonly string[];
  readonly maxOutputBytes?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly setup?: readonly Setup[];
}

/** What a run left behind. */
export interface CaseRun {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** Paths and texts under the output folder. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
  /** Whether a generated file was written again. */
  readonly touched: boolean;
  /** What changed in the project outside the output folder, and in a linked folder. */
  readonly changedOutside: readonly string[];
  /** What the process tried that a generator has no business with: sockets, processes. */
  readonly forbidden: string;
}

const root = packageRoot();
const guard = join(root, "test/generate/guard.mjs");

/** Runs one case in an empty project, its set-up included. */
export async function runCase(folder: string, test: GeneratorCase): Promise<CaseRun> {
  const home = mkdtempSync(join(realpathSync(tmpdir()), "swh-case-"));
  try {
    const cwd = join(home, test.setup?.find((step) => step.cwdName)?.cwdName ?? "project");
    mkdirSync(join(cwd, "providers/acme"), { recursive: true });
    cpSync(join(folder, "webhook.yaml"), join(cwd, "providers/acme/webhook.yaml"));
    if (existsSync(join(folder, "schemas"))) cpSync(join(folder, "schemas"), join(cwd, "schemas/acme"), { recursive: true });
    return await runIn({ home, cwd }, test);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function runIn({ home, cwd }: { readonly home: string; readonly cwd: string }, test: GeneratorCase): Promise<CaseRun> {
  const out = join(cwd, "webhooks");
  const log = join(home, "forbidden.log");
  const start = () => startCli(test, cwd, log);
  for (const step of test.setup ?? []) await setUp(step, { home, out, start });
  const before = readTree(out);
  const outside = readTree(home, out);
  const times = fileTimes(out);
  const runs = await Promise.all(Array.from({ length: concurrencyOf(test) }, start));
  const { exitCode, stderr } = runs.find((run) => run.exitCode !== 0) ?? (runs[0] as Finished);
  const forbidden = existsSync(log) ? readFileSync(log, "utf8") : "";
  rmSync(log, { force: true });
  return {
    exitCode,
    stderr,
    before,
    after: readTree(out),
    touched: [...times].some(([path, time]) => fileTimes(out).get(path) !== time),
    changedOutside: changesOf(outside, readTree(home, out)),
    forbidden,
  };
}

interface Project {
  readonly home: string;
  readonly out: string;
  readonly start: () => Promise<Finished>;
}

async function setUp(step: Setup, { home, out, start }: Project): Promise<void> {
  if (step.runFirst) await start();
  if (step.convertOutTo) {
    for (const [path, text] of readTree(out)) writeFileSync(join(out, path), text.replaceAll("\n", "\r\n"));
  }
  if (step.outIsFile) writeFileSync(out, "mine");
  if (step.symlinkOut !== undefined) {
    mkdirSync(join(home, "outside"));
    symlinkSync(join(home, "outside"), out);
  }
  if (step.replaceFirstGeneratedFileByDir) {
    const [first] = readTree(out).keys();
    renameSync(join(out, first as string), join(home, "first"));
    mkdirSync(join(out, first as string));
  }
}

function concurrencyOf(test: GeneratorCase): number {
  return test.setup?.find((step) => step.concurrent)?.concurrent ?? 1;
}

interface Finished {
  readonly exitCode: number | null;
  readonly stderr: string;
}

function startCli(test: GeneratorCase, cwd: string, log: string): Promise<Finished> {
  // No process can be given a NUL: the command line's own function takes that one.
  if (test.args.some((argument) => argument.includes("\0"))) return runInProcess(test, cwd);
  const args = ["--import", guard, join(root, "bin/smart-webhooks.js"), ...test.args];
  const env = { PATH: process.env["PATH"], ...test.env, FORBIDDEN_LOG: log };
  const child = spawn(process.execPath, args, { cwd, env, timeout: test.maxSeconds * 1000, stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return new Promise((resolve, reject) => child.on("error", reject).on("close", (exitCode) => resolve({ exitCode, stderr })));
}

async function runInProcess({ args }: GeneratorCase, cwd: string): Promise<Finished> {
  const { capture } = await import("../cli/capture.js");
  return capture(args, cwd);
}

/** Every file's path and bytes below a folder, links not followed; `except` is left out. */
function readTree(folder: string, except?: string): ReadonlyMap<string, string> {
  return new Map(walk(folder, except).map((path) => [relative(folder, path), contentOf(path)]));
}

function walk(path: string, except?: string): readonly string[] {
  if (path === except) return [];
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [path];
  return readdirSync(path).toSorted().flatMap((name) => walk(join(path, name), except));
}

function contentOf(path: string): string {
  return lstatSync(path).isFile() ? readFileSync(path, "latin1") : "link";
}

function fileTimes(folder: string): ReadonlyMap<string, number> {
  return new Map(walk(folder).map((path) => [path, statSync(path).mtimeMs]));
}

function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path));
}
