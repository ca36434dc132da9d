import { type Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toOrigin } from "./to-origin.js";
import { toText } from "./to-text.js";

/** The options of `dev`. */
export interface DevOptions {
  readonly port: number;
  readonly forward?: string;
  readonly publicUrl?: string;
  /** Provider and file. */
  readonly privateKey?: readonly (readonly [provider: string, file: string])[];
  readonly output?: string;
  readonly fixtures?: string;
}

/** Adds `dev`: the local inspector. */
export function addDevCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<DevOptions>(io, finish, async (input) => {
    const { runDev } = await import("./run-dev.js");
    return runDev(input, io.env);
  });
  program
    .command("dev")
    .description("Watch webhooks arrive, on a local page: verify, inspect, replay, edit and re-sign, save as a fixture or a test.")
    .argument("[providers...]", "such as github (default: every one of ./providers and every one generated)")
    .option("--port <number>", "listen on this port of 127.0.0.1 (0: one that is free)", toPort, 4400)
    .option("--forward <url>", "pass each delivery on to your app, such as http://127.0.0.1:3000", toText("your app, such as http://127.0.0.1:3000"))
    .option("--public-url <origin>", "what your app has as publicUrl, where the URL is signed (default: as a tunnel tells it)", toOrigin)
    .option("--private-key <provider=file>", "sign with this key, where the provider signs with one (may be given again)", toKeyFiles)
    .option("-o, --output <dir>", "your generated files are here (default: src/webhooks if there is a src, else webhooks)", toText("a folder, such as src/webhooks"))
    .option("--fixtures <dir>", "save payloads here (default: test/fixtures/webhooks)", toText("a folder, such as test/fixtures/webhooks"))
    .action(run);
}

function toKeyFiles(text: string, before: NonNullable<DevOptions["privateKey"]> = []): NonNullable<DevOptions["privateKey"]> {
  const [, provider, file] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (provider === undefined || file === undefined) throw new InvalidArgumentError("Write the provider, = and the file: discord=key.pem.");
  return [...before, [provider, file]];
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535)) throw new InvalidArgumentError("It is no port: give a number from 0 to 65535.");
  return port;
}
