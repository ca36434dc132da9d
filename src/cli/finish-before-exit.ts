import { constants } from "node:os";

/**
 * Runs work that must clean up after itself: a signal to end is told to it, and ends the process when it is done. A
 * second one ends the process at once.
 */
export async function finishBeforeExit(work: (stop: AbortSignal) => Promise<void>): Promise<void> {
  const stopper = new AbortController();
  let exitCode: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    exitCode = 128 + constants.signals[signal];
    stopper.abort();
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  try {
    await work(stopper.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
    if (exitCode !== undefined) process.exit(exitCode);
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;
