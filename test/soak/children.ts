import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { answers } from "../services/services.js";
import type { FleetSettings } from "./fleet.js";

/** A process that is started again whenever it ends, until it is to stay down. */
export class Child {
  readonly #start: () => ChildProcess;
  readonly #whenReady: (child: ChildProcess) => Promise<unknown>;
  #child: ChildProcess | undefined;
  /** Whether it was up when last heard of. */
  isReady = false;
  /** How often it ended by itself, and was started again. */
  crashes = 0;
  #isWanted = false;

  constructor(start: () => ChildProcess, whenReady: (child: ChildProcess) => Promise<unknown>) {
    this.#start = start;
    this.#whenReady = whenReady;
  }

  /** Starts it, and waits until it works. */
  async start(): Promise<void> {
    const child = this.#start();
    this.#child = child;
    this.#isWanted = true;
    child.once("exit", () => {
      if (child !== this.#child || !this.#isWanted) return;
      this.crashes += 1;
      this.isReady = false;
      void this.start();
    });
    await this.#whenReady(child);
    this.isReady = child === this.#child;
  }

  /** Ends it by a signal, and waits for that. Its exit code; null when the signal did it. */
  async end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null> {
    this.#isWanted = false;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    this.isReady = false;
    const ended = once(child, "exit");
    child.kill(signal);
    return ((await ended) as [number | null])[0];
  }
}

/** A receiver or a worker. It says so when it is ready; one that ends before that is as good as ready to be started again. */
export function fleetChild(file: "receiver" | "worker", settings: FleetSettings, port = 0): Child {
  const path = builtFile(file);
  const env = { ...process.env, SOAK: JSON.stringify(settings), PORT: String(port) };
  return new Child(
    () => fork(path, { env, stdio: ["ignore", "ignore", "inherit", "ipc"] }),
    (child) => Promise.race([once(child, "message"), once(child, "exit")]),
  );
}

/** Compiles what the children run: to load TypeScript would cost each of them a second at every start. */
export async function buildFleet(): Promise<void> {
  const entryPoints = ["receiver", "worker", "load-server"].map((file) => fileURLToPath(new URL(`${file}.ts`, import.meta.url)));
  await build({ entryPoints, outdir: BUILT, bundle: true, packages: "external", platform: "node", format: "esm", logLevel: "error" });
}

/** A compiled one. */
export function builtFile(name: string): string {
  return join(BUILT, `${name}.js`);
}

/** Below the packages that they import. */
const BUILT = fileURLToPath(new URL("../../node_modules/.cache/smart-webhooks-soak", import.meta.url));

/** A Redis of the run's own, which writes everything down before it says so. */
export function redisChild(port: number, folder: string): Child {
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction"];
  return new Child(
    () => spawn("redis-server", args, { stdio: "ignore" }),
    async (child) => {
      while (child.exitCode === null && !(await answers(port))) await new Promise((resolve) => setTimeout(resolve, 50));
    },
  );
}
