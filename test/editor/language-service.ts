import { dirname, join } from "node:path";
import ts from "typescript";
import { packageRoot } from "../../src/package-root.js";

const folder = join(packageRoot(), "test/golden/github");
const file = join(folder, "user.ts");

const settings: ts.CompilerOptions = {
  strict: true,
  noImplicitOverride: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
};

/** What an editor offers in a user's file at `|`. */
export interface Completions {
  readonly names: readonly string[];
  /** What choosing a name writes, the import it adds included. */
  readonly choose: (name: string) => { readonly text: string; readonly imports: string; readonly documentation: string };
}

/** Asks TypeScript's language service, as editors do, beside the golden files of GitHub. */
export function completionsAt(source: string): Completions {
  const position = source.indexOf("|");
  const service = startService(source.replace("|", ""));
  const preferences: ts.UserPreferences = {
    includeCompletionsWithClassMemberSnippets: true,
    includeCompletionsWithInsertText: true,
    includeCompletionsForModuleExports: true,
    includeCompletionsForImportStatements: true,
    importModuleSpecifierEnding: "js",
  };
  const entries = service.getCompletionsAtPosition(file, position, preferences)?.entries ?? [];
  return {
    names: entries.map(({ name }) => name),
    choose(name) {
      const entry = entries.find((one) => one.name === name && one.insertText !== undefined) ?? entries.find((one) => one.name === name);
      const details = service.getCompletionEntryDetails(file, position, name, {}, entry?.source, preferences, entry?.data);
      const changes = details?.codeActions?.flatMap((action) => action.changes.flatMap((change) => change.textChanges)) ?? [];
      return {
        text: entry?.insertText ?? name,
        imports: changes.map(({ newText }) => newText).join("").trim(),
        documentation: ts.displayPartsToString(details?.documentation),
      };
    },
  };
}

function startService(source: string): ts.LanguageService {
  const read = (path: string): string | undefined => (path === file ? source : ts.sys.readFile(path));
  return ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => dirname(file),
    getCompilationSettings: () => settings,
    getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    readFile: read,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
}
