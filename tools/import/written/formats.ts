/** A time as RFC 3339 writes it. What a client would call a string with `format: date-time`. */
export interface DateTime {
  readonly format: "date-time";
}

/** A string with `format: uri`. */
export interface Url {
  readonly format: "uri";
}

/** A string with `format: email`. */
export interface Email {
  readonly format: "email";
}

/** A whole number. */
export interface Integer {
  readonly format: "integer";
}
