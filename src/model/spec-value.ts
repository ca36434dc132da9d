/**
 * A value of the generated spec: plain data, or a call of one of the runtime's verify functions.
 * The emitter prints it, `loadProvider` evaluates it: one table serves both.
 */
export type SpecValue =
  | string
  | number
  | boolean
  | readonly SpecValue[]
  | SpecCall
  | SpecReference
  | SpecObject;

/** `header("x-hub-signature-256", { prefix: "sha256=" })` */
export interface SpecCall {
  readonly call: string;
  readonly arguments: readonly SpecValue[];
}

/** `body`: an exported constant of the runtime's verify entry. */
export interface SpecReference {
  readonly reference: string;
}

/** `{ push: ["ref", "commits"] }`: entries in order, any text as key. */
export interface SpecObject {
  readonly entries: ReadonlyMap<string, SpecValue>;
}
