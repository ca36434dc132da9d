import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, dirname, join } from "node:path";

interface Manifest {
  readonly name: string;
  readonly version: string;
}

/** A registry on loopback. */
export interface LocalRegistry {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Serves what is installed in a `node_modules` folder, so that a test can run a real `npm install`
 * without leaving the machine.
 */
export async function startLocalRegistry(nodeModules: string): Promise<LocalRegistry> {
  // Of several versions of a name the one at the top comes first: npm takes it for the latest.
  const installed = installedFolders(nodeModules).toSorted((a, b) => depthOf(a) - depthOf(b));
  const folders = new Map(installed.map((folder) => [idOf(readManifest(folder)), folder] as const));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/").slice(1);
    const folder = folders.get(path.replace(/\.tgz$/, ""));
    if (path.endsWith(".tgz") && folder !== undefined) return void response.end(packed(folder));
    const manifests = [...folders.values()].map(readManifest).filter(({ name }) => name === path);
    sendPackument(response, manifests, `http://${request.headers.host}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function sendPackument(response: ServerResponse, manifests: readonly Manifest[], url: string): void {
  const [first] = manifests;
  if (first === undefined) return void response.writeHead(404).end("{}");
  const versions = manifests.map((manifest) => [manifest.version, { ...manifest, dist: { tarball: `${url}/${idOf(manifest)}.tgz` } }] as const);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ name: first.name, "dist-tags": { latest: first.version }, versions: Object.fromEntries(versions) }));
}

/** The tarball of an installed package, without the packages installed inside it. */
function packed(folder: string): Buffer {
  const args = ["-czf", "-", "--exclude", `${basename(folder)}/node_modules`, "-C", dirname(folder), basename(folder)];
  return execFileSync("tar", args, { maxBuffer: 256 * 1024 * 1024 });
}

function installedFolders(nodeModules: string): readonly string[] {
  if (!existsSync(nodeModules)) return [];
  const entries = readdirSync(nodeModules, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  return entries.flatMap(({ name }) => {
    const folder = join(nodeModules, name);
    if (name.startsWith("@")) return installedFolders(folder);
    return existsSync(join(folder, "package.json")) ? [folder, ...installedFolders(join(folder, "node_modules"))] : [];
  });
}

function depthOf(folder: string): number {
  return folder.split("node_modules").length;
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

function idOf({ name, version }: Manifest): string {
  return `${name}@${version}`;
}
