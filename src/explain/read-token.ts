type Fields = Readonly<Record<string, unknown>>;

/** Header and claims of a JSON Web Token, not verified: to be shown, and for nothing else. */
export function readToken(token: string): { readonly header: Fields; readonly claims: Fields } {
  const [header, claims] = token.split(".").map(read);
  return { header: header ?? {}, claims: claims ?? {} };
}

function read(part: string): Fields {
  try {
    const fields: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
    return typeof fields === "object" && fields !== null ? (fields as Fields) : {};
  } catch {
    return {};
  }
}
