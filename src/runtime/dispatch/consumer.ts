/** Something that takes jobs from a queue until it is told to stop. */
export interface Consumer {
  /** Takes no more jobs, and settles when those at hand are done: for SIGTERM. */
  stop(): Promise<void>;
}

/**
 * Repeats a round until it is stopped. `signal` tells a round that only waits for jobs to end. One that fails, as where the queue does not
 * answer, is tried again a second later.
 */
export function consume(round: (signal: AbortSignal) => Promise<void>, onError: (error: unknown) => void): Consumer {
  const controller = new AbortController();
  const { signal } = controller;
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      try {
        await round(signal);
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        await pause(1000, signal);
      }
    }
  };
  const ended = loop();
  return {
    stop: () => {
      controller.abort();
      return ended;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
