import type { FileStyle } from "./file-style.js";

/** A method to write into a class, or into an object. */
export interface Stub {
  /** `onPush` */
  readonly method: string;
  /** How its parameter's type and its result are written here; undefined in an object, where both are known. */
  readonly types?: { readonly event: string; readonly result: string };
}

/** The lines of a method that answers what it got: it compiles under every flag, and no linter finds something unused. */
export function methodStub({ method, types }: Stub, indent: string, { eol, step, semicolon }: FileStyle): string {
  const head = types === undefined ? `${method}(event)` : `override ${method}(event: ${types.event}): ${types.result}`;
  const body = `return this.successResponse({ received: event.type })${semicolon}`;
  return [`${indent}${head} {`, `${indent}${step}${body}`, `${indent}}`].join(eol);
}
