import { chain, some } from "../promise.js";
import { headerValue } from "../request.js";
import { decode } from "./decode.js";
import { ACCEPTED, refused, type Scheme } from "./delivery.js";
import { readSecret } from "./secret.js";
import { equalTexts } from "./token.js";

/** HTTP Basic (RFC 7617). The secret is `user:password`; the password may hold colons. One of the two may be blank. It covers nothing of the body. */
export function basic(): Scheme<string> {
  return {
    scheme: "basic",
    signed: true,
    keyless: false,
    toKey: (secret) => {
      const [, ...parts] = /^(.*?):(.*)$/s.exec(secret) ?? [];
      const given = parts.filter((part) => part.trim() !== "");
      return given.length > 0 && given.every((part) => readSecret(part, undefined) !== undefined) ? secret : undefined;
    },
    verify: ({ delivery }, keys) => {
      const value = headerValue(delivery.headers, "authorization");
      if (value === undefined || value === "") return refused("signature_missing");
      const bytes = decode(/^basic +(\S+)$/i.exec(value)?.[1] ?? "", "base64");
      if (bytes === undefined) return refused("signature_malformed");
      const sent = new TextDecoder().decode(bytes);
      return chain(some(keys.map((key) => equalTexts(sent, key))), (matched) => (matched ? ACCEPTED : refused("signature_mismatch")));
    },
  };
}
