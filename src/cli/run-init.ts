import { lstat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { envExample } from "../init/env-example.js";
import type { InitChoice } from "./ask-init.js";
import { nextSteps, secretsOf } from "../init/next-steps.js";
import { type InitPlan, planInit } from "../init/plan-init.js";
import { readProject } from "../init/read-project.js";
import { applyWrites } from "../write/apply-writes.js";
import { ifExists } from "../write/if-exists.js";
import { planEdit } from "../write/plan-edit.js";
import { planOnce } from "../write/plan-once.js";
import { planWrites } from "../write/plan-writes.js";
import { readSmallFile } from "../write/read-small-file.js";
import { shownPath } from "../write/shown-path.js";
import type { FileChange } from "../write/write-plan.js";
import { chooseInit } from "./choose-init.js";
import { chooseProviders } from "./choose-providers.js";
import { defaultOutput } from "./default-output.js";
import { findsSubpaths } from "./finds-subpaths.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import { type Generated, generateAll } from "./generate-all.js";
import type { InitOptions } from "./init-command.js";
import { reportInit } from "./report-init.js";
import type { CommandInput } from "./to-action.js";
import type { Where } from "./where.js";

/** Runs `init`. Throws a GenerateError before anything is written. */
export async function runInit(input: CommandInput<InitOptions>): Promise<number> {
  const { options, where, printer } = input;
  const project = await readProject(where.cwd);
  const choice = await chooseInit(input, project);
  if (choice === undefined) {
    printer.note("Nothing was written.");
    return 2;
  }
  const output = resolve(where.cwd, options.output ?? defaultOutput(where.cwd));
  const generated = await generateFor(choice, input, output);
  const plan = planInit({ project, framework: choice.framework, output: relative(where.cwd, output).split(sep).join("/") || ".", generated: generated.results });
  const planned = await planAll(generated, plan, where, output);
  await finishBeforeExit((stop) => applyWrites(planned, stop));
  const missing = await missingLines(plan, planned.kept, where.cwd);
  const steps = nextSteps({ project, framework: choice.framework, plan, missing, findsSubpaths: await findsSubpaths(output, where.cwd) });
  reportInit({ ...planned, framework: choice.framework, warnings: generated.warnings, notes: generated.notes, steps }, printer);
  return 0;
}

async function generateFor({ providers: named, framework }: InitChoice, { options, where }: CommandInput<InitOptions>, output: string): Promise<Generated> {
  const providers = await chooseProviders(named, { ...(options.events && { events: options.events }) }, { ...where, output });
  // Deno reads imports as they are written.
  const importExtension = framework === "deno" ? "ts" : undefined;
  return generateAll({ providers, where, output, options: { events: options.events, importExtension } });
}

interface Planned {
  readonly changes: readonly FileChange[];
  readonly kept: readonly string[];
}

async function planAll(generated: Generated, plan: InitPlan, { cwd }: Where, output: string): Promise<Planned> {
  const { files, providers, isPartial } = generated;
  const written = await planWrites(files, { output, cwd, folders: providers, force: false, isPartial });
  const once = await planOnce(plan.files, cwd);
  const target = join(cwd, ".env.example");
  // A link could lead to the .env itself, which nobody here reads.
  const isFile = (await ifExists(lstat(target)))?.isFile() ?? false;
  const before = isFile ? (await readSmallFile(target))?.replace(/^\uFEFF/, "") : undefined;
  const after = envExample(before, secretsOf(plan));
  const example = after === "" ? [] : [await planEdit({ target, before, after }, cwd)];
  return { changes: [...written.changes, ...once.changes, ...example], kept: once.kept };
}

/** What the user's route file lacks; undefined when it is new. */
async function missingLines({ route, missingIn }: InitPlan, kept: readonly string[], cwd: string): Promise<readonly string[] | undefined> {
  const file = join(cwd, route.file);
  if (!kept.includes(shownPath(cwd, file))) return undefined;
  return missingIn((await readSmallFile(file)) ?? "");
}
