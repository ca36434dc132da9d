/** Something to time. Called many times in a row. */
export interface Task {
  readonly name: string;
  run(): unknown;
}

/** How much CPU a task takes, process-wide: that of garbage collection and of thread pools included. */
export interface Timing {
  readonly name: string;
  /** Microseconds per call: the tenth percentile of the rounds. */
  readonly micros: number;
  /** Of the first task's: p10 over p10. */
  readonly ratio: number;
  /** Of the first task's: the median of the ratios of the rounds. */
  readonly median: number;
}

/**
 * Times tasks beside each other: every round runs each of them once, in another order, for about `slice` milliseconds.
 * What else the machine does meets all of them alike.
 */
export async function roundRobin(tasks: readonly Task[], { rounds = 25, slice = 12 } = {}): Promise<readonly Timing[]> {
  const calls: number[] = [];
  for (const task of tasks) calls.push(await callsIn(task, slice));
  return interleaved(tasks, rounds, async (task, index) => {
    const count = calls[index] as number;
    return (await time(task, count)) / count;
  });
}

/** Measures things beside each other, each once per round, in another order. The first one is the floor. */
export async function interleaved<Thing extends { readonly name: string }>(things: readonly Thing[], rounds: number, measure: (thing: Thing, index: number) => number | Promise<number>): Promise<readonly Timing[]> {
  const micros = things.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < things.length; turn++) {
      const index = (turn + round) % things.length;
      micros[index]?.push(await measure(things[index] as Thing, index));
    }
  }
  return timings(things.map(({ name }) => name), micros);
}

/** The ratio to the first of the one with that name. */
export function ratioOf(timed: readonly Timing[], name: string): number {
  return timed.find((one) => one.name === name)?.ratio ?? Number.NaN;
}

/** The figures of tasks from what they took in each round; the first task is the floor. */
export function timings(names: readonly string[], micros: readonly (readonly number[])[]): readonly Timing[] {
  const [floor = []] = micros;
  return names.map((name, index) => {
    const own = micros[index] ?? [];
    const p10 = quantile(own, 0.1);
    return { name, micros: p10, ratio: p10 / quantile(floor, 0.1), median: quantile(own.map((value, round) => value / (floor[round] ?? Number.NaN)), 0.5) };
  });
}

function quantile(values: readonly number[], part: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;
}

/** So many calls that they fill the slice, found by doubling; it also warms the task up. */
async function callsIn(task: Task, slice: number): Promise<number> {
  await time(task, 20);
  for (let count = 1; ; count *= 2) {
    const taken = await time(task, count);
    if (taken > slice * 500) return Math.max(1, Math.round((count * slice * 1000) / taken));
  }
}

async function time(task: Task, count: number): Promise<number> {
  const before = process.cpuUsage();
  for (let call = 0; call < count; call++) {
    const answer = task.run();
    // Waiting for what is no Promise would cost as much as a small task.
    if (answer instanceof Promise) await answer;
  }
  const { user, system } = process.cpuUsage(before);
  return user + system;
}
