/** What a printed payload type allows. A field that need not be there is optional, whatever it holds. */
export type TypeShape =
  | { readonly kind: "keyword"; readonly name: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "reference"; readonly name: string; readonly isPartial: boolean }
  | ObjectShape
  | { readonly kind: "list"; readonly items: TypeShape }
  | { readonly kind: "tuple"; readonly items: readonly TypeShape[]; readonly rest?: TypeShape }
  | { readonly kind: "union" | "all"; readonly members: readonly TypeShape[] };

/** An object of known fields, of any fields of one shape, or both. */
export interface ObjectShape {
  readonly kind: "object";
  readonly fields: ReadonlyMap<string, FieldShape>;
  readonly others?: TypeShape;
}

export interface FieldShape {
  readonly shape: TypeShape;
  readonly isOptional: boolean;
}

/** The shape of anything. */
export const UNKNOWN: TypeShape = { kind: "keyword", name: "unknown" };
