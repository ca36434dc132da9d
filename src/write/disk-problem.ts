import type { Problem } from "../errors.js";

interface Advice {
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
}

const owner: Advice = {
  code: "no-permission",
  reason: "permission denied",
  hint: "Make the folder and its files writable for your user, or choose another one with --output.",
};
const space: Advice = { code: "disk-full", reason: "no space left", hint: "Free some disk space and run it again." };
const folder: Advice = {
  code: "not-a-folder",
  reason: "a part of the path is not a folder",
  hint: "Move that file away, or choose another folder with --output.",
};

const adviceOf: ReadonlyMap<string, Advice> = new Map([
  ["EACCES", owner],
  ["EPERM", owner],
  ["ENOSPC", space],
  ["EDQUOT", space],
  ["ENOTDIR", folder],
  ["EEXIST", folder],
  [
    "EROFS",
    {
      code: "read-only",
      reason: "the file system is read-only",
      hint: "Choose a folder that can be written with --output.",
    },
  ],
]);

/** Says in the user's words why the system refused a file. Anything but an error of the system is thrown on. */
export function diskProblem(error: unknown, path: string): Problem {
  const code = systemCode(error);
  if (code === undefined) throw error;
  const advice = adviceOf.get(code) ?? {
    code: "write-failed",
    reason: `the system answered ${code}`,
    hint: "Check the path, or choose another folder with --output.",
  };
  return {
    code: advice.code,
    severity: "error",
    message: `Cannot read or write ${path}: ${advice.reason}.`,
    hint: advice.hint,
    at: { file: path },
  };
}

function systemCode(error: unknown): string | undefined {
  const isSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isSystem && typeof error.code === "string" ? error.code : undefined;
}
