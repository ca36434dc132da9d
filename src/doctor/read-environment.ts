import { join, resolve } from "node:path";
import { parseEnv } from "node:util";
import { GenerateError } from "../errors.js";
import { readSmallFile } from "../write/read-small-file.js";
import type { DoctorProject, DoctorRequest } from "./doctor-project.js";

/** Files of variables that frameworks read by themselves, and Node when it is told to. */
const ENV_FILES = [".env", ".env.local", ".env.development", ".env.development.local"];

/** Bytes of a file of variables. */
const LARGEST = 1024 * 1024;

/**
 * The variables that the application starts with, and those that only stand in a file.
 *
 * @throws GenerateError when the file that was named cannot be read
 */
export async function readEnvironment({ cwd, env, envFile }: Pick<DoctorRequest, "cwd" | "env" | "envFile">): Promise<Pick<DoctorProject, "env" | "unloaded">> {
  const given = envFile === undefined ? {} : await readEnvFile(resolve(cwd, envFile));
  if (given === undefined) throw unreadable(envFile ?? "");
  // What the process has goes before the file, as with `node --env-file`.
  const all = { ...given, ...env };
  const unloaded = new Map<string, string>();
  for (const file of ENV_FILES) {
    const names = Object.keys((await readEnvFile(join(cwd, file))) ?? {});
    for (const name of names) if (all[name] === undefined && !unloaded.has(name)) unloaded.set(name, file);
  }
  return { env: all, unloaded };
}

async function readEnvFile(path: string): Promise<Readonly<Record<string, string | undefined>> | undefined> {
  const text = await readSmallFile(path, LARGEST).catch(() => undefined);
  return text === undefined ? undefined : parseEnv(text);
}

function unreadable(file: string): GenerateError {
  const message = `There is no file ${file} that can be read.`;
  return new GenerateError([{ code: "no-such-file", severity: "error", message, hint: "Name a file of lines NAME=value with --dotenv, or leave it out.", at: { file } }]);
}
