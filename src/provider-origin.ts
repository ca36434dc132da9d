import { stat } from "node:fs/promises";
import { join } from "node:path";
import { shownPath, type ProviderFolders } from "./config/provider-folders.js";

/** Whose the YAML of a provider is: the package's, the user's, or the user's over the package's. */
export type Origin = "built-in" | "own" | "extended";

/** Tells whose a provider is, and the user's file as it is shown, where there is one. */
export async function providerOrigin(provider: string, { cwd, builtinDir, providersDir }: ProviderFolders): Promise<{ readonly origin: Origin; readonly file?: string }> {
  const own = join(providersDir, provider, "webhook.yaml");
  const isBuiltin = await isFile(join(builtinDir, provider, "webhook.yaml"));
  if (providersDir === builtinDir || !(await isFile(own))) return { origin: "built-in" };
  return { origin: isBuiltin ? "extended" : "own", file: shownPath(cwd, own) };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
