import type { Problem } from "../errors.js";
import { codeFrame, type Place } from "../code-frame.js";
import type { JsonNode } from "./json-node.js";
import { LineStarts } from "./line-starts.js";

/** A JSON file of the provider's schema folder, read and parsed. */
export interface SchemaFile {
  /** Relative to the provider's schema folder, forward slashes: what a `$ref` says. */
  readonly path: string;
  /** Relative to the working directory: what people are shown. */
  readonly shown: string;
  readonly text: string;
  readonly root: JsonNode;
}

/** A problem at an offset of a file, with line, column and code frame. */
export function problemAt(
  file: Pick<SchemaFile, "shown" | "text">,
  offset: number,
  problem: Pick<Problem, "code" | "message" | "hint"> & { readonly severity?: Problem["severity"] },
): Problem {
  const lines = linesOf(file);
  const line = lines.lineAt(offset);
  const place: Place = { line, column: offset - lines.startOf(line) + 1 };
  return { severity: "error", ...problem, at: { file: file.shown, ...place }, frame: codeFrame(lines.near(line), place) };
}

const known = new WeakMap<Pick<SchemaFile, "text">, LineStarts>();

function linesOf(file: Pick<SchemaFile, "text">): LineStarts {
  const lines = known.get(file) ?? new LineStarts(file.text);
  known.set(file, lines);
  return lines;
}
