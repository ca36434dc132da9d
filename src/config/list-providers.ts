import { readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ProviderFolders } from "./provider-folders.js";
import { isProviderName } from "./provider-name.js";

/** The names of every provider with a `webhook.yaml`, the user's and the built-in ones, sorted by code unit. */
export async function listProviders(where: ProviderFolders): Promise<readonly string[]> {
  const folders = [where.providersDir, where.builtinDir].map((folder) => resolve(where.cwd, folder));
  const names = (await Promise.all(folders.map(providersIn))).flat();
  return [...new Set(names)].toSorted();
}

async function providersIn(folder: string): Promise<string[]> {
  // A folder that is not there has no providers.
  const entries = await readdir(folder).catch(() => []);
  const names = entries.filter(isProviderName);
  const found = await Promise.all(names.map((name) => isFile(join(folder, name, "webhook.yaml"))));
  return names.filter((_, index) => found[index]);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
