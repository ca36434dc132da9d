/** A file the generator wants on disk. */
export interface GeneratedFile {
  /** Relative to the output folder, forward slashes: `github/handler.ts`. */
  readonly path: string;
  /** LF line ends, one trailing newline. */
  readonly text: string;
}
