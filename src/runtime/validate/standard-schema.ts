/** What Standard Schema v1 asks of a validator: https://standardschema.dev. By its shape, so that nothing is imported. */
export interface StandardSchema<Payload> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Payload>;
    readonly types?: { readonly input: Payload; readonly output: Payload } | undefined;
  };
}

/** The value as it was given, or what is wrong with it. */
export type StandardResult<Payload> =
  | { readonly value: Payload; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** One mismatch: where, and what should stand there. Never the value. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly StandardKey[];
}

/** A field's name, an index, or a key that the payload makes up. */
export type StandardKey = string | number | { readonly key: string };
