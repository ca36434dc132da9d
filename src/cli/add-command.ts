import { type Command, Option } from "commander";
import type { Io } from "./io.js";
import { toAction } from "./to-action.js";
import { toText } from "./to-text.js";
import type { GlobalOptions } from "./where.js";

/** The options of `add`. */
export interface AddOptions extends Pick<GlobalOptions, "json"> {
  readonly event?: readonly string[];
  readonly webhook?: string;
  readonly path?: string;
  readonly secretEnv?: string;
  readonly verificationType?: string;
  readonly signatureHeader?: string;
  readonly eventHeader?: string;
  readonly eventField?: string;
  readonly handler?: string;
  readonly class?: string;
  readonly dryRun?: boolean;
}

/** Adds `add`: a provider's YAML, written or extended. */
export function addAddCommand(program: Command, io: Io, finish: (exitCode: number) => void): void {
  const run = toAction<AddOptions>(io, finish, async (input) => {
    if (input.options.handler !== undefined) {
      const { runAddHandler } = await import("./run-add-handler.js");
      return runAddHandler(input);
    }
    const { runAdd } = await import("./run-add.js");
    return runAdd(input);
  });
  program
    .command("add")
    .description("Write or extend a provider's YAML, or write methods into your class: everything else in the file stays as it is.")
    .argument("<provider>", "such as acme; a built-in one, such as github, is extended")
    .option("--event <name>", "list this event (may be given again)", toList)
    .option("--webhook <name>", "in this webhook of the provider (default: the one called default)", toText("a webhook's name, such as releases"))
    .option("--path <path>", "it is served here", toText("a path, such as /webhooks/acme"))
    .option("--secret-env <name>", "the environment variable that holds the secret", toText("a variable's name, such as ACME_WEBHOOK_SECRET"))
    .option("--verification-type <type>", "how requests are signed: hmac_sha256, ed25519, …, or the name of a provider that signs alike", toText("a scheme, such as hmac_sha256"))
    .option("--signature-header <name>", "the header that carries the signature", toText("a header, such as X-Acme-Signature"))
    .option("--event-header <name>", "the header that tells the event", toText("a header, such as X-Acme-Event"))
    .option("--event-field <path>", "the field of the body that tells the event", toText("a field, such as type or data.type"))
    .addOption(handlerOption())
    .option("--class <name>", "with --handler: the class of this name, where the file has several", toText("a class's name"))
    .option("--dry-run", "write nothing; print the difference")
    .action(run);
}

/** What is said of the YAML has no place beside it. */
function handlerOption(): Option {
  return new Option("--handler <file>", "write the events' methods into your class in this file instead: nothing else in it changes")
    .argParser(toText("a file, such as src/webhooks/my-acme-handler.ts"))
    .conflicts(["path", "secretEnv", "verificationType", "signatureHeader", "eventHeader", "eventField", "dryRun"]);
}

const readName = toText("an event's name, such as invoice.paid");

function toList(text: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, readName(text)];
}
