import type { Finding } from "./finding.js";
import type { GeneratedHandler } from "../user-code/generated-handler.js";
import type { UserHandler } from "../user-code/find-handlers.js";
import type { UserCode } from "../user-code/parse-user-code.js";
import type { FileChange } from "../write/write-plan.js";
import type { UserFiles } from "../find-user-files.js";

/** Where a project is, and what it is looked at with. Paths are absolute. */
export interface DoctorRequest {
  readonly cwd: string;
  readonly providersDir: string;
  /** Where handlers were generated. */
  readonly output: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** A file of variables that the application starts with, from `cwd`. */
  readonly envFile?: string | undefined;
  /** `20.19.0` */
  readonly nodeVersion: string;
  /** Unix milliseconds. */
  readonly now: number;
  /** What generating a provider again would do to its files. Throws a GenerateError. */
  readonly plan: (provider: string) => Promise<readonly FileChange[]>;
}

/** A project, read once for all checks. */
export interface DoctorProject extends Omit<DoctorRequest, "envFile"> {
  /** Variables that the process does not have, by the file in the project that sets them. */
  readonly unloaded: ReadonlyMap<string, string>;
  readonly generated: readonly GeneratedHandler[];
  readonly files: UserFiles;
  /** The files that have to do with webhooks. */
  readonly sources: readonly UserSource[];
}

/** A file of the user's. */
export interface UserSource {
  /** As shown to the user. */
  readonly file: string;
  readonly code: UserCode;
  readonly handlers: readonly UserHandler[];
}

/** One thing to look at. */
export type Check = (project: DoctorProject) => readonly Finding[] | Promise<readonly Finding[]>;
