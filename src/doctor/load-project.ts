import { join } from "node:path";
import { findHandlers } from "../user-code/find-handlers.js";
import type { GeneratedHandler } from "../user-code/generated-handler.js";
import { generatedLoader } from "../user-code/generated-loader.js";
import { parseUserCode } from "../user-code/parse-user-code.js";
import { readGeneratedHandler } from "../user-code/read-generated-handler.js";
import { generatedProviders } from "../write/read-kept-flags.js";
import { readSmallFile } from "../write/read-small-file.js";
import { sealState } from "../write/seal.js";
import { isSharedFile } from "../write/shared-file.js";
import { shownPath } from "../write/shown-path.js";
import { typeScriptFiles } from "../write/typescript-files.js";
import type { DoctorProject, DoctorRequest, UserSource } from "./doctor-project.js";
import { findUserFiles, type UserFiles } from "../find-user-files.js";
import { readEnvironment } from "./read-environment.js";

/** Bytes of a source file: what is larger was made by a machine. */
const LARGEST_SOURCE = 1024 * 1024;

/** Reads what the checks look at. Throws a GenerateError when the file of variables cannot be read. */
export async function loadProject(request: DoctorRequest): Promise<DoctorProject> {
  const { cwd, output, env, envFile } = request;
  const environment = await readEnvironment({ cwd, env, envFile });
  const generated = await readGenerated(output, cwd);
  const files = await findUserFiles(cwd);
  return { ...request, ...environment, generated, files, sources: await readSources(files, generated, cwd) };
}

async function readGenerated(output: string, cwd: string): Promise<readonly GeneratedHandler[]> {
  const found: GeneratedHandler[] = [];
  for (const provider of await generatedProviders({ output, cwd })) {
    const names = (await typeScriptFiles(join(output, provider))).filter((name) => !isSharedFile(name));
    for (const name of names) {
      const path = join(output, provider, name);
      const handler = readGeneratedHandler((await readSmallFile(path)) ?? "", path);
      if (handler?.provider === provider) found.push(handler);
    }
  }
  return found;
}

async function readSources({ files }: UserFiles, generated: readonly GeneratedHandler[], cwd: string): Promise<readonly UserSource[]> {
  const words = [...generated.map(({ className }) => className), "webhookRoutes"];
  const sources: UserSource[] = [];
  for (const { path } of files) {
    const text = ((await readSmallFile(path, LARGEST_SOURCE).catch(() => undefined)) ?? "").replace(/^\uFEFF/, "");
    // To parse costs milliseconds: most files of a project have nothing to do with webhooks.
    if (!words.some((word) => text.includes(word)) || sealState(text) !== "foreign") continue;
    const code = parseUserCode(text, path);
    const { handlers } = await findHandlers(code.source, await generatedLoader(path, cwd, generated));
    sources.push({ file: shownPath(cwd, path), code, handlers });
  }
  return sources;
}
