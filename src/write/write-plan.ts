/** What a run does to the disk, decided before the first byte is written. */
export interface WritePlan {
  /** The run's files in their order, then the stale ones by name. */
  readonly changes: readonly FileChange[];
}

/** What happens to one file. */
export interface FileChange {
  readonly change: "created" | "changed" | "unchanged" | "removed";
  /** As shown to the user: relative to the working directory when below it, forward slashes. */
  readonly path: string;
  /** Absolute. */
  readonly target: string;
  /** The text on disk with LF line ends; empty when there is none. */
  readonly before: string;
  /** The text to write; empty when the file goes. */
  readonly after: string;
  /** The permission bits of the file on disk, which the new one keeps. */
  readonly mode?: number;
}

/** Where a run may write, and what it may replace. */
export interface WriteOptions {
  /** Absolute. */
  readonly output: string;
  /** Absolute. */
  readonly cwd: string;
  /** The folders below the output that this run owns: one for each provider. */
  readonly folders: readonly string[];
  /** Replace generated files that someone edited. Never the user's own files. */
  readonly force: boolean;
  /** The run makes only some of the folders' files: those it does not make are not stale. */
  readonly isPartial?: boolean;
}
