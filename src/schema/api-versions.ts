import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The API versions that a provider's built-in schemas exist of. */
export interface ApiVersions {
  /** That of the schemas which stand for no version in particular, where their source tells it. */
  readonly latest?: string;
  /** Those with a folder of their own, sorted. */
  readonly others: readonly string[];
}

/** Looks for `<folder>/<version>/events.json`; none where there is no folder. */
export async function findApiVersions(folder: string): Promise<ApiVersions> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const others = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted();
  const latest = await latestVersion(folder);
  return { ...(latest !== undefined && { latest }), others };
}

/** `SOURCE.json` is the package's own: it is not checked again. */
async function latestVersion(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, "SOURCE.json"), "utf8").catch(() => "{}");
  return (JSON.parse(text) as { readonly apiVersion?: string }).apiVersion;
}
