import { lstat, readdir, realpath } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { GenerateError } from "../errors.js";
import { errorCode } from "./error-code.js";
import { showPath, type SchemaFolder } from "./read-schema-file.js";

/**
 * The names in `schemas/<provider>`, none when there is no such folder. Throws a `GenerateError` when there is one
 * that cannot be read: taken for none, it would take away the payloads that were generated from it. Throws too when
 * it is a link out of `schemas`, or `schemas` itself is a link: a cloned repository could show any file of its user's.
 */
export async function listSchemaFolder({ folder, cwd }: SchemaFolder): Promise<readonly string[]> {
  const parent = dirname(folder);
  for (const path of [parent, folder]) if (!(await exists(path, cwd))) return [];
  const isLink = (await lstat(parent)).isSymbolicLink();
  const real = await read(folder, cwd, async () => ({ parent: await realpath(parent), folder: await realpath(folder) }));
  if (isLink || !real.folder.startsWith(real.parent + sep)) throw outside(showPath(isLink ? parent : folder, cwd));
  return await read(folder, cwd, () => readdir(folder));
}

/** Whether anything stands there: a link to nothing does. */
async function exists(path: string, cwd: string): Promise<boolean> {
  return await read(path, cwd, () =>
    lstat(path).then(
      () => true,
      (error: unknown) => {
        if (errorCode(error) === "ENOENT") return false;
        throw error;
      },
    ),
  );
}

async function read<T>(path: string, cwd: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    const file = showPath(path, cwd);
    const message = `The schema folder ${file} cannot be read (${errorCode(error)})`;
    throw new GenerateError([{ code: "unreadable-folder", severity: "error", message, hint: "Make it a folder that you may read, or remove it", at: { file } }]);
  }
}

function outside(file: string): GenerateError {
  const message = `The schema folder ${file} is a link out of the folder it stands in`;
  return new GenerateError([{ code: "path-outside", severity: "error", message, hint: "Put the folder itself there", at: { file } }]);
}
