import { rmSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";
import { writeInputs } from "./generator-inputs.js";
import { interleaved, ratioOf } from "./round-robin.js";
import { type NodeProcess, runProcess } from "./run-process.js";
import { figure, type Section, type Target } from "./section.js";
import { workFolder } from "./work-folder.js";

const OURS = "smart-webhooks generate";
const PEERS = ["json-schema-to-typescript", "json-schema-to-typescript, format: false", "openapi-typescript", "@hey-api/openapi-ts, types only"];

/** Types of GitHub's payloads from the same schemas, in a process of its own each. */
export async function generation(): Promise<Section> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  for (const [what, events, rounds] of [["3 events", "push,issues,release", 9], ["all events", "all", 5]] as const) {
    const timed = await interleaved(generators(what.replace(" ", "-"), events), rounds, runProcess);
    rows.push(...timed.map(({ name, micros, ratio, median }, index) => [index === 0 ? what : "", name, figure(micros / 1000), figure(ratio), figure(median)]));
    targets.push({ what: `generate ${what} of GitHub`, atMost: 2, measured: ratioOf(timed, OURS), unit: "× floor" });
  }
  return {
    title: "Generation",
    about: "The floor is node and a string printer (`bench/print-types.mjs`): it reads the schemas, prints the payload types and writes them. Ours writes the handler, too, and checks what it is about to write.",
    head: ["", "generator", "CPU ms", "× floor (p10)", "× floor (median)"],
    rows,
    targets,
    quote: { what: "generating types of 3 events, CPU ms", column: 2, names: [OURS, "json-schema-to-typescript", "openapi-typescript", "@hey-api/openapi-ts, types only"] },
  };
}

function generators(name: string, events: string): readonly NodeProcess[] {
  const input = writeInputs(name, (event) => events === "all" || events.split(",").includes(event));
  const root = packageRoot();
  const output = (of: string): string => join(workFolder, name, of);
  const own = output("ours");
  const args = [join(root, "bin/smart-webhooks.js"), "generate", "github", "--output", own, ...(events === "all" ? [] : ["--events", events])];
  return [
    { name: "floor: node and a string printer", args: [join(root, "bench/print-types.mjs"), input, output("floor"), events] },
    { name: OURS, args, cwd: workFolder, before: () => rmSync(own, { recursive: true, force: true }) },
    ...PEERS.map((peer, index) => ({ name: peer, args: [join(root, "bench/run-generator.mjs"), peer, input, output(`peer-${index}`)] })),
  ];
}
