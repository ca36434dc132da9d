import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackageOrigin } from "./payload-source.js";

/** A file of a published package, and where it comes from. */
export interface NpmFile {
  readonly origin: PackageOrigin;
  readonly text: string;
}

/** Reads one file of a pinned package, without installing the package or unpacking the rest. */
export function readNpmFile(name: string, version: string, file: string): NpmFile {
  return inTemporaryFolder((folder) => {
    const { licence } = unpackNpmPackage(name, version, folder, ["package.json", file]);
    const content = readFileSync(join(folder, file));
    return { origin: { package: name, version, file, sha256: sha256(content), licence }, text: content.toString("utf8") };
  });
}

/** Unpacks a pinned package, or some files of it, into a folder. The origin's file is the archive. */
export function unpackNpmPackage(name: string, version: string, folder: string, files: readonly string[] = []): PackageOrigin {
  mkdirSync(folder, { recursive: true });
  return inTemporaryFolder((packed) => {
    const args = ["pack", `${name}@${version}`, "--silent", "--ignore-scripts", "--pack-destination", packed];
    const archive = execFileSync("npm", args, { encoding: "utf8" }).trim();
    // Some archives call their top folder something else than "package".
    const wanted = files.length > 0 ? ["--wildcards", ...files.map((file) => `*/${file}`)] : [];
    execFileSync("tar", ["-xzf", join(packed, archive), "-C", folder, "--strip-components=1", ...wanted]);
    const { license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly license: string };
    return { package: name, version, file: archive, sha256: sha256(readFileSync(join(packed, archive))), licence: license.replace(/ License$/, "") };
  });
}

/** Gives a folder that is gone afterwards. */
export function inTemporaryFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "schema-import-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}
