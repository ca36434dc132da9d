/** Where the user's things are. All absolute. */
export interface ProjectFolders {
  readonly cwd: string;
  readonly providersDir: string;
  /** Where handlers are generated. */
  readonly output: string;
  /** Where payloads are saved. */
  readonly fixtures: string;
}
