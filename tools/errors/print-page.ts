import { WebhookError, type WebhookErrorCode } from "@smart-webhooks/runtime";
import { causePages } from "./cause-pages.js";
import { type ErrorPage, type Example, RIGHT_YAML } from "./error-page.js";
import { reasonPages } from "./reason-pages.js";
import { runExample } from "./run-example.js";
import { answeredCodes } from "./runtime-pages.js";

/** A page of docs/errors. Its example is run, and has its real output. */
export async function printPage(code: string, page: ErrorPage): Promise<string> {
  const parts = [`# ${code}`, page.means, ...answer(code), ...(page.example ? await printExample(page.example) : []), "## What to do", page.fix];
  return `${parts.join("\n\n")}\n`;
}

/** Where else the code is met: what the sender of such a delivery is answered, or what a log says of it. */
function answer(code: string): readonly string[] {
  if (Object.hasOwn(causePages, code)) return [cause(code)];
  if (!answeredCodes.has(code)) return Object.hasOwn(reasonPages, code) ? [`It is the \`reason\` in the log of ${SETUP.has(code) ? "[setup_incomplete](setup_incomplete.md)" : "[signature_invalid](signature_invalid.md)"}, and what \`verifySignature\` answers. The sender is not told.`] : [];
  const { status, message } = new WebhookError(code as WebhookErrorCode);
  return ["## The answer", fenced("http", `HTTP ${status}\n${JSON.stringify({ status: "error", code, message })}`)];
}

function cause(code: string): string {
  const reason = code.replaceAll("-", "_");
  const logged = Object.hasOwn(reasonPages, reason) || answeredCodes.has(reason) ? ` In the log of a handler it is [${reason}](${reason}.md).` : "";
  return `It is a cause that [smart-webhooks explain](../explain.md) names for a captured request.${logged}`;
}

/** Reasons that are the receiver's own fault. */
const SETUP: ReadonlySet<string> = new Set(["public_url_missing", "parameter_missing", "key_unavailable", "options_invalid"]);

async function printExample(example: Example): Promise<readonly string[]> {
  const { files = {}, env = {}, note, run } = example;
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value} `).join("");
  // What is right is not what the reader came for.
  const shown = Object.entries(files).filter(([path, text]) => text.trim() !== "" && text !== RIGHT_YAML && text.length < 600 && !(note !== undefined && path.endsWith(".json")));
  const output = await runExample(example);
  return [
    "## Example",
    ...(Object.values(files).includes(RIGHT_YAML ?? "") ? ["A provider `acme` lists the event `invoice.paid`."] : []),
    ...(note === undefined ? [] : [note]),
    ...shown.map(([path, text]) => `\`${path}\`:\n\n${fenced(languageOf(path), text.trimEnd())}`),
    fenced("console", `$ ${variables}npx smart-webhooks ${run}\n${output}`),
  ];
}

function languageOf(path: string): string {
  return /\.m?(yaml|json|js|ts)$/.exec(path)?.[1] ?? "";
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
