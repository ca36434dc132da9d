import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { packageRoot } from "../src/package-root.js";
import { lazyChildProcess } from "./bundle/lazy-child-process.js";
import { licencesOf } from "./bundle/licences-of.js";

// Writes dist/cli.js and dist/index.js, and what they share or load lazily as dist/chunks/*.js: a command that starts with two
// files instead of forty starts in half the time. Dependencies stay packages; what only this needs (development
// dependencies: commander, yaml …) is in the files, its licences beside them.
const root = packageRoot();
const dist = join(root, "dist");
const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly dependencies: Readonly<Record<string, string>> };

rmSync(join(dist, "chunks"), { recursive: true, force: true });
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: { cli: "src/cli/index.ts", index: "src/index.ts" },
  outdir: dist,
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  metafile: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minifyWhitespace: true,
  minifySyntax: true,
  charset: "utf8",
  external: Object.keys(dependencies),
  // Bundled packages that are CommonJS ask for Node's own modules so.
  plugins: [lazyChildProcess],
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
  logLevel: "warning",
});
writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licencesOf(root, Object.keys(metafile.inputs)));
