import { parseSync } from "oxc-parser";
import { compile, type Options } from "json-schema-to-typescript";
import type { SchemaDefinition } from "./clean-schema.js";
import { encodeSchemas } from "./encode-schemas.js";
import type { TypeDeclaration } from "./payload-types.js";
import { printDeclaration } from "./print-declaration.js";
import { unsafeOutput } from "../unsafe-output.js";

/**
 * Turns named schemas (keyed as their references say) into TypeScript declarations, in the order given.
 * Serves built-in and users' schemas alike. Throws `unsafe-output` if the result holds anything but types.
 */
export async function compileDeclarations(definitions: ReadonlyMap<string, SchemaDefinition>): Promise<readonly TypeDeclaration[]> {
  if (definitions.size === 0) return [];
  const encoded = encodeSchemas(definitions);
  const source = await compile(encoded.root, "Root", OPTIONS);
  const { program, errors } = parseSync("payloads.ts", source, { lang: "ts", sourceType: "module" });
  if (errors.length > 0) throw unsafeOutput("a syntax error");
  const declarations = new Map<string, TypeDeclaration>();
  for (const statement of program.body) {
    const declaration = printDeclaration(statement, encoded);
    if (declaration) declarations.set(declaration.name, declaration);
  }
  return [...definitions.values()].map(({ name }) => declarations.get(name) ?? missing());
}

const OPTIONS: Partial<Options> = {
  additionalProperties: false,
  unknownAny: true,
  ignoreMinAndMaxItems: true,
  strictIndexSignatures: false,
  declareExternallyReferenced: true,
  unreachableDefinitions: true,
  enableConstEnums: false,
  format: false,
  bannerComment: "",
  // There is no $ref left to follow; and if there were, nothing may be read or fetched.
  $refOptions: { resolve: { external: false, file: false, http: false } },
};

function missing(): never {
  throw unsafeOutput("a missing declaration");
}
