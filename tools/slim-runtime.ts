import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { packageRoot } from "../src/package-root.js";
import { slimDeclarations } from "./slim-declarations.js";

// Makes what the compiler wrote into the runtime's dist as small as it is shipped: scripts without comments and blanks, file by
// file, so that bundlers still leave out what nobody imports and a stack names the step; declarations of what can be seen.
const runtime = join(packageRoot(), "src/runtime");
const dist = join(runtime, "dist");
const written = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|d\.ts)$/.test(name));
const [files, stale] = [true, false].map((isMade) => written.filter((name) => existsSync(join(runtime, name.replace(/\.(?:js|d\.ts)$/, ".ts"))) === isMade)) as [string[], string[]];

// The compiler leaves what an earlier source was made into.
for (const file of stale) rmSync(join(dist, file));

for (const file of files.filter((name) => name.endsWith(".js"))) {
  const path = join(dist, file);
  writeFileSync(path, transformSync(readFileSync(path, "utf8"), { minify: true, format: "esm", target: "es2022" }).code);
}

type Entries = Readonly<Record<string, string | { readonly types: string }>>;
const { exports, imports } = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")) as { readonly exports: Entries; readonly imports: Entries };
const entries = Object.values({ ...exports, ...imports }).flatMap((entry) => (typeof entry === "string" ? [] : [join(runtime, entry.types)]));
const declarations = files.filter((name) => name.endsWith(".d.ts")).map((name) => join(dist, name));
const kept = slimDeclarations(declarations, entries);

for (const path of declarations) {
  const text = kept.get(path);
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}
