import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/cli/run.js";
import type { Example } from "./error-page.js";

/** Runs an example in a folder of its own, and answers what it printed: the problems, else all of it. */
export async function runExample({ files = {}, before, env = {}, prepare, run: line }: Example): Promise<string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "smart-webhooks-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    if (before !== undefined) await runLine(before, folder, env);
    prepare?.(folder);
    return (await runLine(line, folder, env)).replaceAll(folder, "/home/you/shop").trimEnd();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runLine(line: string, cwd: string, env: Readonly<Record<string, string>>): Promise<string> {
  const printed = { stdout: "", stderr: "" };
  await run(line.split(" "), {
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    env,
    cwd,
  });
  const { stdout, stderr } = printed;
  if (/(?:^| {2})(?:error|warning) {2}/m.test(stderr)) return stderr;
  // Of a look at a whole project, what is well is not what the reader came for.
  return `${stdout}${stderr}`.replaceAll(/^ok {2}.*\n/gm, "");
}
