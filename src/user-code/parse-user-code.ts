import { basename } from "node:path";
import { Project, type SourceFile, type ts } from "ts-morph";
import { codeFrame, type Place } from "../code-frame.js";
import type { Problem } from "../errors.js";

/** A TypeScript text as a tree, and where it is no TypeScript. Positions count from the text's beginning. */
export interface UserCode {
  readonly source: SourceFile;
  readonly text: string;
  readonly errors: readonly SyntaxError[];
}

interface SyntaxError {
  readonly at: number;
  readonly message: string;
}

/** Levels of a source file. No person writes so many; who walks through more runs out of stack. */
const DEEPEST = 1000;

/** Parses a text without a byte order mark, alone: nothing that it imports is read. One that is nested too deeply has no tree. */
export function parseUserCode(text: string, path: string): UserCode {
  try {
    const code = parse(text, path);
    if (!isTooDeep(code.source)) return code;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return { ...parse("", path), text, errors: [{ at: 0, message: "it is nested too deeply." }] };
}

function parse(text: string, path: string): UserCode {
  const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true, compilerOptions: { noLib: true, noResolve: true } });
  const source = project.createSourceFile(`/${basename(path)}`, text);
  const errors = project.getProgram().getSyntacticDiagnostics(source).map((one) => {
    const message = one.getMessageText();
    return { at: one.getStart(), message: typeof message === "string" ? message : message.getMessageText() };
  });
  return { source, text, errors };
}

function isTooDeep({ compilerNode }: SourceFile): boolean {
  const open: (readonly [node: ts.Node, depth: number])[] = [[compilerNode, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, depth] = next;
    if (depth > DEEPEST) return true;
    node.forEachChild((child) => void open.push([child, depth + 1]));
  }
  return false;
}

/** The problem of the first syntax error; undefined when there is none. */
export function syntaxProblem({ errors: [error], text }: UserCode, file: string): Problem | undefined {
  if (error === undefined) return undefined;
  const place = placeAt(text, error.at);
  const lines = text.split(/\r\n|\n|\r/);
  return {
    code: "typescript-syntax",
    severity: "error",
    message: `This is no TypeScript: ${error.message}`,
    hint: "Mend it first. Nothing was written.",
    at: { file, ...place },
    frame: codeFrame(lines, place, (line) => SECRETIVE.test(lines[line - 1] ?? "")),
  };
}

/** What is printed may end in a log: people write secrets into code. */
const SECRETIVE = /secret|whsec_|token|password|key/i;

/** The line and the column of an offset. */
export function placeAt(text: string, offset: number): Place {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
