import { resolve } from "node:path";
import { examine } from "../doctor/examine.js";
import type { Finding } from "../doctor/finding.js";
import { planWrites } from "../write/plan-writes.js";
import { defaultOutput } from "./default-output.js";
import type { DoctorOptions } from "./doctor-command.js";
import { generateAll } from "./generate-all.js";
import type { Io } from "./io.js";
import { oneLine } from "./one-line.js";
import type { CommandInput } from "./to-action.js";
import { placeOf } from "./print-problem.js";

/** Runs `doctor`. Answers 1 when something is wrong, else 0. */
export async function runDoctor({ options, where, printer }: CommandInput<DoctorOptions>, env: Io["env"]): Promise<number> {
  const { cwd, providersDir } = where;
  const output = resolve(cwd, options.output ?? defaultOutput(cwd));
  const plan = async (provider: string) => {
    const { files, isPartial } = await generateAll({ providers: [provider], where, options: {}, output });
    return (await planWrites(files, { output, cwd, folders: [provider], force: true, isPartial })).changes;
  };
  const findings = await examine({ cwd, providersDir, output, env, envFile: options.dotenv, nodeVersion: process.versions.node, now: Date.now(), plan });
  printer.json({ findings, warnings: [], problems: [] });
  for (const finding of findings) for (const line of linesOf(finding)) printer.result(line);
  const wrong = findings.filter(({ status }) => status === "problem").length;
  printer.note(wrong === 0 ? "All is well." : `${wrong} ${wrong === 1 ? "problem" : "problems"}.`);
  return wrong === 0 ? 0 : 1;
}

function linesOf({ status, code, message, hint, at }: Finding): readonly string[] {
  const place = at === undefined ? "" : `${placeOf(at)}  `;
  const head = `${status.padEnd("problem".length)}  ${place}${code}  ${message}`;
  return [oneLine(head), ...(hint === undefined ? [] : [`         ${oneLine(hint)}`])];
}
