import { join } from "node:path";
import type ts from "typescript";
import { inTemporaryFolder, unpackNpmPackage } from "./npm-file.js";
import { type Declarations, openDeclarations } from "./open-declarations.js";
import type { PackageOrigin } from "./payload-source.js";
import type { ConversionRules } from "./type-converter.js";

/** What is read, and how. */
export interface TypesRequest extends ConversionRules {
  /** The package's name and pinned version, and those of the packages whose types it uses. */
  readonly packages: readonly (readonly [name: string, version: string])[];
  /** The declaration file, or files, that export the types wanted: `cjs/resources/Events.d.ts`. */
  readonly entry: string | readonly string[];
}

/** Types of a package, and where it comes from. */
export interface Types extends Declarations {
  readonly origin: PackageOrigin;
}

/** Reads declaration files of pinned packages. Throws when a type they use is in none of them. */
export function readTypes({ packages, entry, ...rules }: TypesRequest): Types {
  return inTemporaryFolder((folder) => {
    const [origin, ...others] = packages.map(([name, version]) => unpackNpmPackage(name, version, join(folder, "node_modules", name)));
    if (!origin) throw new Error("No package is asked for");
    const by = others.map((other) => `${other.package}@${other.version}`);
    const root = join(folder, "node_modules", origin.package);
    return { ...openDeclarations(root, entry, rules), origin: { ...origin, ...(by.length > 0 && { with: by }) } };
  });
}

/** The members of a union, or the one type that is none. */
export function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
