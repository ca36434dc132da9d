import type { Problem } from "../errors.js";
import type { GeneratedFile } from "./generated-file.js";

// What Windows refuses or reads as something else; refused everywhere, so that a repository works on every system.
const forbidden = /[\\/:*?"<>|\p{Cc}]|[. ]$/u;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** Finds the names and paths that could leave the folders this run owns, or would name two files as one. */
export function unsafePaths(files: readonly GeneratedFile[], folders: readonly string[]): readonly Problem[] {
  const seen = new Set<string>();
  const unsafeFolders = folders
    .filter((folder) => !isSafeName(folder))
    .map((folder) => unsafe(folder, "is no name for a folder"));
  const unsafeFiles = files.flatMap(({ path }) => {
    const twin = path.normalize("NFC").toLowerCase();
    const reason = unsafeReason(path, folders) ?? (seen.has(twin) ? "is made twice" : undefined);
    seen.add(twin);
    return reason === undefined ? [] : unsafe(path, reason);
  });
  return [...unsafeFolders, ...unsafeFiles];
}

function unsafeReason(path: string, folders: readonly string[]): string | undefined {
  const [folder = "", ...rest] = path.split("/");
  if (![folder, ...rest].every(isSafeName)) return "is no path that every system can write";
  return rest.length > 0 && folders.includes(folder) ? undefined : "is not in its provider's folder";
}

function isSafeName(name: string): boolean {
  return name !== "" && !forbidden.test(name) && !reserved.test(name);
}

function unsafe(path: string, reason: string): Problem {
  return {
    code: "unsafe-path",
    severity: "error",
    message: `The generated path ${JSON.stringify(path)} ${reason}.`,
    hint: "Rename the provider or the webhook: letters, digits and dashes are safe.",
  };
}
