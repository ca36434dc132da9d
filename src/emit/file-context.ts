/** What the files say about how they were made. */
export interface FileContext {
  /** The generator's version. */
  readonly version: string;
  /** The command that makes the same files again. */
  readonly command: string;
  /** The one webhook whose class is written; all when undefined. */
  readonly webhook: string | undefined;
}
