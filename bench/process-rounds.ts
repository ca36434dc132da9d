import { type Timing, timings } from "./round-robin.js";
import { type NodeProcess, runProcess } from "./run-process.js";

/** Times whole processes beside each other, each once per round, in another order. The first one is the floor. */
export function processRounds(processes: readonly NodeProcess[], rounds: number): readonly Timing[] {
  const micros = processes.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < processes.length; turn++) {
      const index = (turn + round) % processes.length;
      micros[index]?.push(runProcess(processes[index] as NodeProcess));
    }
  }
  return timings(processes.map(({ name }) => name), micros);
}
