import { type Command, Option } from "commander";
import type { Fault } from "../delivery/fault.js";
import type { Assignment } from "../set-values.js";
import { toAssignments } from "./to-assignments.js";
import { toOrigin } from "./to-origin.js";

/** What `send` and `test` are both told of a delivery. */
export interface DeliveryOptions {
  readonly payload?: string;
  readonly set: readonly Assignment[];
  readonly webhook?: string;
  readonly publicUrl?: string;
  readonly badSignature?: true;
  readonly stale?: true;
  readonly duplicate?: true;
  readonly unsigned?: true;
}

/** Adds the options that say what a delivery is like. */
export function addDeliveryOptions(command: Command): Command {
  return command
    .option("--payload <file>", "this payload in JSON, or a form's body (default: an example)")
    .option("--set <path=value>", "put a value there, JSON or a text: commits.0.id=abc (may be given again)", toAssignments, [])
    .option("--webhook <name>", "of this webhook of the provider")
    .option("--public-url <origin>", "what your app has as publicUrl, where the URL is signed", toOrigin)
    .addOption(fault("--bad-signature", "sign with another secret: to be refused"))
    .addOption(fault("--stale", "sign as if long ago: to be refused"))
    .addOption(fault("--duplicate", "deliver the same twice: to be handled once"))
    .addOption(fault("--unsigned", "do not sign: to be refused"));
}

/** What is to be wrong with the delivery. */
export function faultOf({ badSignature, stale, duplicate, unsigned }: DeliveryOptions): Fault | undefined {
  if (badSignature) return "bad-signature";
  if (stale) return "stale";
  if (duplicate) return "duplicate";
  return unsigned ? "unsigned" : undefined;
}

const FAULTS = ["badSignature", "stale", "duplicate", "unsigned"];

function fault(flag: string, description: string): Option {
  const option = new Option(flag, description);
  return option.conflicts(FAULTS.filter((name) => name !== option.attributeName()));
}
