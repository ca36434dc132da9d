import { join } from "node:path";
import ts from "typescript";
import { packageRoot } from "../src/package-root.js";
import type { TypedProject } from "./type-cost.js";
import { workFolder } from "./work-folder.js";

/** Milliseconds of CPU until an editor lists the fields of a payload: the first time, and after a keystroke (the median of ten). */
export function completionTime({ source }: TypedProject): { readonly first: number; readonly later: number } {
  const file = join(workFolder, "editor.ts");
  const place = source.indexOf("|");
  const state = { version: 0, text: source.replace("|", "") };
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? `${state.version}` : "0"),
    getScriptSnapshot: (path) => {
      const text = path === file ? state.text : ts.sys.readFile(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => workFolder,
    getCompilationSettings: () => ({ strict: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, skipLibCheck: true, types: ["node"], typeRoots: [join(packageRoot(), "node_modules/@types")] }),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    ...(ts.sys.realpath && { realpath: ts.sys.realpath }),
  });
  const complete = (): number => {
    const before = process.cpuUsage();
    const found = service.getCompletionsAtPosition(file, place, {})?.entries ?? [];
    if (found.length === 0) throw new Error("An editor would offer nothing");
    const { user, system } = process.cpuUsage(before);
    state.version += 1;
    state.text += " ";
    return (user + system) / 1000;
  };
  const first = complete();
  const later = Array.from({ length: 10 }, complete).toSorted((a, b) => a - b)[5] ?? Number.NaN;
  service.dispose();
  return { first, later };
}
