import type { Check, JwtScheme, Scheme, SignatureSource, SignedScheme, StandardWebhooksScheme, TokenScheme } from "@smart-webhooks/runtime/verify";

/** What a scheme tells of itself: where its signature stands, and the scheme that signs some content, if one does. */
export interface SigningParts {
  readonly source: SignatureSource | undefined;
  readonly signed: SignedScheme | undefined;
}

/** The parts of a scheme, for this request: some schemes are several, of which the request chooses one. */
export function signingParts(scheme: Scheme, check: Check, secret: string = ""): SigningParts {
  switch (scheme.scheme) {
    case "none":
    case "basic":
    case "aws_sns":
      return { source: undefined, signed: undefined };
    case "token":
      return { source: (scheme as TokenScheme).signature, signed: undefined };
    case "jwt":
      return { source: (scheme as JwtScheme).token, signed: undefined };
    case "standard_webhooks": {
      const { versions } = scheme as StandardWebhooksScheme;
      const chosen = versions.find(({ word }) => `${word}-signature` in check.delivery.headers) ?? versions[0];
      const signed = secret.trim().startsWith("whpk_") ? chosen?.v1a : chosen?.v1;
      return { source: signed?.signature, signed };
    }
    default:
      return { source: (scheme as SignedScheme).signature, signed: scheme as SignedScheme };
  }
}

/** Where a signature stands, in words. */
export function placeOf(scheme: Scheme, { source }: SigningParts): string {
  if (source === undefined) return scheme.scheme === "basic" ? "header authorization" : "field Signature of the body";
  const { from, name, names, path } = source as SignatureSource & { readonly name?: string; readonly names?: readonly string[]; readonly path?: readonly string[] };
  if (from === "field") return `field ${path?.join(".")} of the body`;
  if (from === "query") return `parameter ${name} of the URL's query`;
  return `header ${name ?? names?.join(" or ")}`;
}

/** The names of the headers that a scheme's part looks at, in lower case, in its order. */
export function headersRead(read: (check: Check) => unknown, check: Check): readonly string[] {
  const names = new Set<string>();
  const headers = new Proxy({ ...check.delivery.headers }, {
    // Who looks through all of them, for numbered ones, wants none by its name.
    ownKeys: () => [],
    getOwnPropertyDescriptor: (target, name) => {
      if (typeof name === "string") names.add(name);
      return Reflect.getOwnPropertyDescriptor(target, name);
    },
  });
  read({ ...check, delivery: { ...check.delivery, headers } });
  return [...names];
}
