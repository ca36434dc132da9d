/** Jobs that a queue gave up on. */
export interface DeadLetters {
  /**
   * Puts up to `limit` of them back into the queue, to be tried from the start.
   *
   * @returns what was put back, a line for each, as a person should see it
   */
  replay(limit: number): Promise<readonly string[]>;
  /** Closes the connections. */
  close(): Promise<unknown>;
}
