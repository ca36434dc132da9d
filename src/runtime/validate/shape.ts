/**
 * What JSON a payload is made of, as data: `"string"`, `"number"`, `"boolean"`, `"null"`, `"unknown"`, the name of
 * another shape, a list of alternatives, or an object or list described by its parts.
 */
export type Shape =
  | string
  | readonly Shape[]
  /** An object. A field need not be there, and others may be; `others` is what those hold. */
  | { readonly fields: Readonly<Record<string, Shape>>; readonly others?: Shape }
  /** A list whose items have this shape. */
  | { readonly items: Shape }
  /** What has all of these shapes. */
  | { readonly all: readonly Shape[] };

/** Shapes by name, which refer to each other. */
export type Shapes = Readonly<Record<string, Shape>>;
