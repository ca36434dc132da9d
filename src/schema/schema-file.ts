import type { Problem } from "../errors.js";
import { codeFrame, type Place } from "../code-frame.js";
import type { JsonNode } from "./json-node.js";

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
  const place = placeOf(file.text, offset);
  return {
    severity: "error",
    ...problem,
    at: { file: file.shown, ...place },
    frame: codeFrame(file.text.split(NEWLINE), place),
  };
}

const NEWLINE = /\r\n|\r|\n/;

function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split(NEWLINE);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
