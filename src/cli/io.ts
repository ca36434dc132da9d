/** Everything a run of the CLI touches besides files, so that tests can stand in for the process. */
export interface Io {
  /** Results. */
  readonly stdout: Output;
  /** Everything else. */
  readonly stderr: Output;
  /** Where answers come from, if there is a terminal to ask at. */
  readonly stdin?: { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** Ends the process once the command is done, whatever the user's own modules have left open. Nothing in tests. */
  leave?(): void;
}

/** The part of a stream the CLI uses. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}
