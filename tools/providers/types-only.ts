type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Schemas that ask for no key: old deliveries lack keys that came later, but what is there must be of the type. */
export function typesOnly<T>(schemas: T): T {
  return JSON.parse(JSON.stringify(schemas), (_, value: Json) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    // Properties may bear the same names, but hold schemas.
    return Object.fromEntries(Object.entries(value).filter(([key, held]) => key !== "required" || !Array.isArray(held)));
  }) as T;
}
