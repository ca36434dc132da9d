import type { WebhookSpec } from "@smart-webhooks/runtime";
import type { Explanation, Step } from "../explain/explanation.js";
import type { Printer } from "./printer.js";

/** Prints why a request is refused, and answers the exit code: 0 when it would be taken, else 1. */
export function reportExplanation({ accepted, signature, reason, cause, steps }: Explanation, { provider, webhook }: WebhookSpec, printer: Printer): 0 | 1 {
  printer.json({ provider, webhook, accepted, signature, reason: reason ?? null, cause: cause ?? null, steps, warnings: [], problems: [] });
  printer.result(headline(accepted, signature));
  if (cause !== undefined) {
    printer.result("");
    printer.result(`${cause.certain ? "Cause" : "Likely cause"}: ${cause.code}`);
    printer.result(`  ${cause.message}`);
    printer.result(`  Fix: ${cause.fix}`);
  }
  if (steps.length > 0) {
    printer.result("");
    printer.result(`How ${provider} (${webhook}) was verified:`);
    for (const step of steps) printer.result(lineOf(step));
  }
  return accepted ? 0 : 1;
}

function headline(accepted: boolean, signature: Explanation["signature"]): string {
  if (signature === "not needed") return "The request would be taken: it needs no signature.";
  if (accepted) return "The request would be taken: its signature is right.";
  return signature === "right" ? "The request would be refused, although its signature is right." : "The request would be refused: its signature is not right.";
}

/** The width of the longest name. */
const WIDTH = "signed content".length;

function lineOf({ name, text, ok }: Step): string {
  const mark = ok === undefined ? " " : ok ? "✓" : "✗";
  return `  ${mark} ${name.padEnd(WIDTH)}  ${text}`;
}
