import { join } from "node:path";
import type { AddRequest, SettingKey } from "../add/add-request.js";
import { type Added, addToProvider } from "../add/add-to-provider.js";
import { looksLikeSecret } from "../config/secret-shape.js";
import { applyWrites } from "../write/apply-writes.js";
import { diffOf } from "../write/diff.js";
import { planEdit } from "../write/plan-edit.js";
import type { FileChange } from "../write/write-plan.js";
import type { AddOptions } from "./add-command.js";
import { finishBeforeExit } from "./finish-before-exit.js";
import type { CommandInput } from "./to-action.js";

/** Runs `add`. Throws a GenerateError before anything is written. */
export async function runAdd(input: CommandInput<AddOptions>): Promise<number> {
  const { arguments: [provider = ""], options, where, printer } = input;
  const webhook = options.webhook ?? "default";
  const added = await addToProvider({ ...where, provider, webhook, events: options.event ?? [], settings: toSettings(options) });
  const change = await planEdit({ ...added, target: join(where.providersDir, added.path) }, where.cwd);
  const changes = change.change === "created" || change.change === "changed" ? [change] : [];
  if (!options.dryRun) await finishBeforeExit((stop) => applyWrites({ changes }, stop));
  const diff = masked(diffOf(change));
  printer.json({ provider, webhook, events: added.events, files: [{ path: change.path, change: change.change }], ...(options.dryRun && { diff }), warnings: added.warnings, problems: [] });
  printer.problems(added.warnings);
  if (options.dryRun && diff !== "") printer.result(diff.trimEnd());
  else printer.result(`${change.change}  ${change.path}`);
  for (const line of remarks(input, added, change)) printer.note(line);
  return 0;
}

/** A comment near the change may hold what belongs nowhere near a log. */
function masked(diff: string): string {
  const lines = diff.split("\n").map((line) => (line.split(/[\s"',:{}[\]]+/).some(looksLikeSecret) ? `${line.slice(0, 1)}(hidden: this line may hold a secret)` : line));
  return lines.join("\n");
}

/** The YAML's keys by the options that set them. */
const OPTIONS = [
  ["path", "path"],
  ["secretEnv", "signing_secret_env"],
  ["verificationType", "verification_type"],
  ["signatureHeader", "signature_header"],
  ["eventHeader", "event_header"],
  ["eventField", "event_field"],
] as const satisfies readonly (readonly [keyof AddOptions, SettingKey])[];

function toSettings(options: AddOptions): AddRequest["settings"] {
  const said = new Map<SettingKey, string | boolean>();
  for (const [option, key] of OPTIONS) if (options[option] !== undefined) said.set(key, options[option]);
  // Whoever asks for no verification by its name has said it; the reader warns of it all the same.
  if (options.verificationType === "none") said.set("verify_signature", false);
  return said;
}

function remarks({ options }: CommandInput<AddOptions>, added: Added, { change, path }: FileChange): readonly string[] {
  const actions = (options.event ?? []).filter((event) => !added.events.includes(event));
  const taken = actions.map((event) => `${event} is an action: the YAML lists its event, and generate --events ${event} chooses it.`);
  if (options.dryRun) return [...taken, change === "unchanged" ? "It is all there already." : "Nothing written."];
  if (change === "unchanged") return [...taken, "It is all there already: nothing to add."];
  const check = added.guessed.length === 0 ? "" : `see that ${added.guessed.join(", ")} in ${path} ${added.guessed.length === 1 ? "is" : "are"} what the provider's documentation says, then `;
  return [...taken, `Next: ${check}npx smart-webhooks generate ${added.path.split("/", 1)[0]}.`];
}
