import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file of a published package, and what there is to say about where it comes from. */
export interface NpmFile {
  readonly package: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
  readonly licence: string;
  readonly text: string;
}

/** Packs a pinned package into a temporary folder and reads one file of it, without installing or unpacking the rest. */
export function readNpmFile(name: string, version: string, file: string): NpmFile {
  const folder = mkdtempSync(join(tmpdir(), "schema-import-"));
  try {
    const args = ["pack", `${name}@${version}`, "--silent", "--ignore-scripts", "--pack-destination", folder];
    const archive = execFileSync("npm", args, { encoding: "utf8" }).trim();
    execFileSync("tar", ["-xzf", join(folder, archive), "-C", folder, "package/package.json", `package/${file}`]);
    const content = readFileSync(join(folder, "package", file));
    const manifest = JSON.parse(readFileSync(join(folder, "package", "package.json"), "utf8")) as { readonly license: string };
    const sha256 = createHash("sha256").update(content).digest("hex");
    return { package: name, version, file, sha256, licence: manifest.license, text: content.toString("utf8") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
