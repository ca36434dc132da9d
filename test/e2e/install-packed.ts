import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "../../src/package-root.js";
import { startLocalRegistry } from "./local-registry.js";

/** An empty folder into which npm installed the packed packages: what a user has. */
export interface Installed {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  /** Runs an installed package's command in the folder. */
  readonly npx: (args: readonly string[]) => Promise<{ readonly stdout: string; readonly stderr: string }>;
  readonly remove: () => void;
}

const run = promisify(execFile);

/** Packs both packages and installs them, with these packages beside them, from a registry on loopback. */
export async function installPacked(beside: readonly string[] = []): Promise<Installed> {
  const root = packageRoot();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "smart-webhooks-"));
  const env = { ...process.env, CI: "1", NO_COLOR: "1", npm_config_cache: join(folder, ".npm-cache"), npm_config_update_notifier: "false" };
  const npm = (args: readonly string[]) => run("npm", [...args], { cwd: folder, env, maxBuffer: 1e8 });
  const registry = await startLocalRegistry(join(root, "node_modules"));
  try {
    const packed = ["--ignore-scripts", "--pack-destination", folder];
    await npm(["pack", root, ...packed]);
    await npm(["pack", join(root, "src/runtime"), ...packed]);
    writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "shop", private: true, type: "module" }));
    const tarballs = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
    if (tarballs.length !== 2) throw new Error(`Two packages, not ${tarballs.join(", ")}`);
    await npm(["install", ...tarballs.map((file) => `./${file}`), ...beside, "--registry", registry.url, "--no-audit", "--no-fund"]);
  } finally {
    await registry.close();
  }
  return { folder, env, npx: (args) => npm(["exec", "--no", "--", ...args]), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
