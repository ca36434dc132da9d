import { spawn } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "../../src/package-root.js";
import type { Served } from "../runtime/adapters/framework.js";
import { freePort } from "../free-port.js";

/** Runs an example's one command, and waits until it listens. */
export async function startExample(name: string, variables: Readonly<Record<string, string>> = {}): Promise<Served> {
  const port = await freePort();
  const env = { ...process.env, ...variables, PORT: String(port), NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "development" };
  const child = spawn("npm", ["start", "--silent"], { cwd: join(packageRoot(), "examples", name), env, stdio: "ignore", detached: true });
  // The command starts others: all of its group go.
  const close = async (): Promise<void> => void process.kill(-(child.pid as number), "SIGKILL");
  for (let tries = 0; tries < 200; tries++) {
    const reached = await fetch(`http://localhost:${port}/`).then(() => true, () => false);
    if (reached) return { port, close };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await close();
  throw new Error(`examples/${name} does not listen`);
}
