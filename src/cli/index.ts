import { printProblem } from "./print-problem.js";
import { run } from "./run.js";

const { stdin, stdout, stderr, env } = process;

for (const stream of [stdout, stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    // A reader that has seen enough, such as `head`, is no failure.
    if (code === "EPIPE") return;
    process.exitCode = 2;
    if (stream === stdout) stderr.write(printProblem({ code: "output-failed", severity: "error", message: `Cannot write the output: ${code}.`, hint: "See where the output goes, and whether there is space." }, false));
  });
}

let leaves = false;
const leave = (): void => {
  leaves = true;
};

const exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd(), leave });
process.exitCode ??= exitCode;
// Not before all of the output is out.
if (leaves) stdout.write("", () => stderr.write("", () => process.exit()));
