import { type Command, InvalidArgumentError } from "commander";
import { addDeliveryOptions, type DeliveryOptions } from "./delivery-options.js";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";

/** The options of `send`. */
export interface SendOptions extends DeliveryOptions {
  readonly url?: string;
  readonly allowRemote?: true;
  readonly secretEnv?: string;
  readonly privateKey?: string;
  readonly newKey?: string;
  readonly count?: number;
}

/** Adds `send`: a signed delivery to an app that runs. */
export function addSendCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<SendOptions>(io, finish, async (input) => {
    const { runSend } = await import("./run-send.js");
    return runSend(input, io.env);
  });
  const command = program
    .command("send")
    .description("Send your app a delivery that is signed as the provider signs, and print the answer. Exit code 1: it was not the right one.")
    .argument("<provider>", "such as github")
    .argument("<event>", "such as push or pull_request.opened")
    .option("--url <url>", "where your app listens; without a path, at the webhook's (default: http://127.0.0.1:3000)")
    .option("--allow-remote", "send to another computer than this one");
  addDeliveryOptions(command)
    .option("--secret-env <name>", "the environment variable of the secret (default: as in the YAML)")
    .option("--private-key <file>", "sign with this key, where the provider signs with one (PEM)")
    .option("--new-key <file>", "make such a key, print what your app must be given, and send nothing")
    .option("--count <number>", "so many, one after the other", toCount)
    .action(run);
}

function toCount(text: string): number {
  if (!/^(?:[1-9]\d{0,4}|100000)$/.test(text)) throw new InvalidArgumentError("Give a whole number from 1 to 100000.");
  return Number(text);
}
