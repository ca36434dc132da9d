import type { ProblemLog } from "./problem-log.js";
import type { Mark, YamlNode } from "./yaml-node.js";

/** A value and where it stands. */
export interface Placed<T> {
  readonly value: T;
  readonly mark: Mark;
  /** Of an entry in a map: said by the built-in provider or by `default`, though others in the map were not. */
  readonly inherited?: boolean;
}

/** What a key was set to. Without a value it was refused: it is there, and the reason is in the log. */
export interface Setting<T> {
  readonly value: T | undefined;
  readonly mark: Mark;
  /** Where the value stands, `mark` being its key. */
  readonly valueMark: Mark;
  /** Said by the built-in provider or by `default`, not by this webhook itself. */
  readonly inherited: boolean;
  /** A scheme that was said by a provider's name: nothing of another scheme goes with it. */
  readonly isNamed?: boolean;
}

/** What a reader knows of the key whose value it reads. */
export interface KeyContext {
  /** The key, for messages. */
  readonly key: string;
  readonly log: ProblemLog;
}

/** Checks one value: the checked value, or undefined with the reason in the log. */
export type Reader<T> = (node: YamlNode, context: KeyContext) => T | undefined;
