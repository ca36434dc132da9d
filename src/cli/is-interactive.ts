import type { Io } from "./io.js";
import type { PrinterOptions } from "./printer.js";

/** Whether somebody can be asked: at a terminal, not under CI, and not where a program reads along. */
export function isInteractive({ json, silent }: PrinterOptions, { stdin, stdout, env }: Io): boolean {
  const isCi = env["CI"] !== undefined && env["CI"] !== "" && env["CI"] !== "0" && env["CI"] !== "false";
  return stdin?.isTTY === true && stdout.isTTY === true && !isCi && !json && !silent;
}
