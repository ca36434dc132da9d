/** What all files of a run have in common. */
export interface FileContext {
  /** The generator's version. */
  readonly version: string;
  /** The ending of relative imports: `.js`, `.ts` or nothing; with an API version before it where there are several. */
  readonly importEnding: string;
}
