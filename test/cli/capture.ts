import { run } from "../../src/cli/run.js";

/** What a run of the CLI printed and answered. */
export interface Captured {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line in a folder and keeps what it prints. */
export async function capture(
  argv: readonly string[],
  cwd: string,
  { env = {}, isTTY = false }: { readonly env?: Readonly<Record<string, string>>; readonly isTTY?: boolean } = {},
): Promise<Captured> {
  const printed = { stdout: "", stderr: "" };
  const exitCode = await run(argv, {
    stdout: { isTTY, write: (text) => (printed.stdout += text) },
    stderr: { isTTY, write: (text) => (printed.stderr += text) },
    env,
    cwd,
  });
  return { exitCode, ...printed };
}
