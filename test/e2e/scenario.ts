import type { IncomingMessage, ServerResponse } from "node:http";

/** A user at the command line: a folder, some commands, what they print. Its transcript is a golden file. */
export interface Scenario {
  /** `test/golden/commands/<name>.txt`, such as `send/tampered`. */
  readonly name: string;
  /** What stands in the folder before. */
  readonly files?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Command lines after `smart-webhooks`, run one after the other. `{url}` is where `server` listens, at `{port}`. */
  readonly steps: readonly (readonly string[])[];
  /** The app that deliveries are sent to: on loopback, while the scenario runs. */
  readonly server?: (request: IncomingMessage, body: Buffer, response: ServerResponse) => void;
  /** Files whose text belongs in the transcript, as they stand afterwards. */
  readonly shows?: readonly string[];
  /** What differs in each run, and what stands for it: ids, durations. */
  readonly varying?: readonly (readonly [pattern: RegExp, text: string])[];
}
