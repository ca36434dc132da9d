import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../src/package-root.js";

/** The compilers that generated code must please, as installed here. */
export const compilers = ["typescript54", "typescript59", "typescript", "typescript7"] as const;

/** Every flag under which generated code compiles. */
const flags = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  erasableSyntaxOnly: true,
  declaration: true,
  noEmit: true,
  skipLibCheck: false,
  target: "es2022",
  lib: ["es2022"],
  types: [] as readonly string[],
  module: "nodenext",
  moduleResolution: "nodenext",
};

/** What TypeScript 5.4 does not know yet. */
const LATER_FLAGS: ReadonlySet<string> = new Set(["isolatedDeclarations", "erasableSyntaxOnly"]);

/** Compiles files or folders under every flag the compiler knows, and answers what it complains about. */
export function compileStrictly(
  compiler: (typeof compilers)[number],
  folder: string,
  { include, ...more }: { readonly include: readonly string[]; readonly noEmit?: boolean; readonly outDir?: string; readonly rootDir?: string; readonly verbatimModuleSyntax?: boolean },
): string {
  const known = Object.entries(flags).filter(([flag]) => compiler !== "typescript54" || !LATER_FLAGS.has(flag));
  const config = join(folder, `tsconfig.${compiler}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions: { ...Object.fromEntries(known), ...more }, include }));
  try {
    return execFileSync(process.execPath, [join(packageRoot(), "node_modules", compiler, "bin/tsc"), "-p", config], { encoding: "utf8" });
  } catch (error) {
    return String((error as { stdout?: string }).stdout || error);
  }
}
