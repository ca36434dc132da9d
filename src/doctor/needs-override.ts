import { dirname, join } from "node:path";
import { findTsconfig } from "../find-tsconfig.js";
import { readCompilerOptions } from "../read-compiler-options.js";
import type { DoctorProject } from "./doctor-project.js";

/** Whether the tsconfig of the user's handlers has `noImplicitOverride`: without `override` they do not compile. */
export async function needsOverride({ cwd, sources }: DoctorProject): Promise<boolean> {
  const first = sources.find(({ handlers }) => handlers.length > 0);
  const tsconfig = first && (await findTsconfig(dirname(join(cwd, first.file)), cwd));
  const options = tsconfig === undefined ? {} : await readCompilerOptions(tsconfig).catch(() => ({}));
  return "noImplicitOverride" in options && options.noImplicitOverride === true;
}
