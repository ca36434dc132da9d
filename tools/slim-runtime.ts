import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { buildSync } from "esbuild";
import { packageRoot } from "../src/package-root.js";
import { slimDeclarations } from "./slim-declarations.js";

// Makes what the compiler wrote into the runtime's dist as small as it is shipped: scripts without comments and blanks, linked
// into a few files, as node takes longer to open seventy than to read them; declarations of what can be seen.
const runtime = join(packageRoot(), "src/runtime");
const dist = join(runtime, "dist");
const written = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|d\.ts)$/.test(name));
const isMade = (name: string): boolean => existsSync(join(runtime, name.replace(/\.(?:js|d\.ts)$/, ".ts")));
const files = written.filter(isMade);

// The compiler leaves what an earlier source was made into.
for (const file of written.filter((name) => !isMade(name))) rmSync(join(dist, file));

type Entries = Readonly<Record<string, string | Readonly<Record<"types" | "default", string>>>>;
const { exports, imports } = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")) as { readonly exports: Entries; readonly imports: Entries };
const entries = Object.values({ ...exports, ...imports }).flatMap((entry) => (typeof entry === "string" ? [] : [entry]));
const scripts = entries.flatMap((entry) => Object.values(entry).filter((path) => path.endsWith(".js")));
// Bundlers leave out a file of which nothing is used, and with it what it imports: who only verifies needs no engine.
const ALONE = ["dist/verify-signature.js"];
const { outputFiles } = buildSync({
  entryPoints: [...new Set([...scripts, ...ALONE])].map((path) => join(runtime, path)),
  outbase: dist,
  outdir: dist,
  chunkNames: "chunks/[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  write: false,
  format: "esm",
  platform: "neutral",
  target: "es2022",
  external: ["#crypto"],
  packages: "external",
});
for (const file of files.filter((name) => name.endsWith(".js"))) rmSync(join(dist, file));
for (const { path, text } of outputFiles) {
  mkdirSync(dirname(path), { recursive: true });
  // To import a file for its side effects alone, where none has any, is to load it for nothing. They stand at the top.
  const [top = ""] = /^(?:import(?:\{[^}]*\}from)?"[^"]*";)*/.exec(text) ?? [];
  writeFileSync(path, top.replace(/import"[^"]*";/g, "") + text.slice(top.length));
}

const declarations = files.filter((name) => name.endsWith(".d.ts")).map((name) => join(dist, name));
const kept = slimDeclarations(declarations, entries.map(({ types }) => join(runtime, types)));

for (const path of declarations) {
  const text = kept.get(path);
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}
