/** Matches what no name or setting may hold: control and line-separating characters, lone surrogates, direction overrides, a stray byte-order mark. */
export const unsafeText: RegExp = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/u;
