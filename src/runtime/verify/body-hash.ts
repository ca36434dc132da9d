import { equalBytes, hashBytes } from "#crypto";
import { chain, type MaybePromise } from "../promise.js";
import type { SignedContent } from "./content.js";
import { decode } from "./decode.js";
import type { Check, Refusal } from "./delivery.js";
import { query, type QuerySource, queryValue } from "./sources.js";

/** Where a signed URL may hold the SHA-256 of the body. */
export interface BodyHashSource extends QuerySource {
  /** The content to sign: without the form's fields where the URL holds a hash of the body, once that hash is right. */
  narrow(content: SignedContent, check: Check): MaybePromise<SignedContent | Refusal>;
}

/** The hash of the body in a query parameter, in hex: `bodyHash("bodySHA256")`. */
export function bodyHash(name: string): BodyHashSource {
  const source = query(name);
  return {
    ...source,
    narrow: (content, check) => {
      const text = queryValue(check.delivery, name);
      if (text === undefined) return content;
      const expected = decode(text, source.encoding);
      if (expected === undefined) return "signature_malformed";
      return chain(hashBytes("sha256", [check.delivery.body]), (hash) =>
        equalBytes(hash, expected) ? withoutForm(content) : "signature_mismatch",
      );
    },
  };
}

/** Content without the form's fields: they are not signed one by one where the URL holds a hash of the body. */
export function withoutForm(content: SignedContent): SignedContent {
  return content.filter((item) => typeof item === "string" || item.part !== "form");
}
