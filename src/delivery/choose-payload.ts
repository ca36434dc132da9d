import type { FieldSource } from "@smart-webhooks/runtime/verify";
import { atPath } from "../at-path.js";
import { GenerateError } from "../errors.js";
import { type InputFile, parseInput, readInputFile } from "../import/input-file.js";
import { type Assignment, setValues } from "../set-values.js";
import type { SenderWebhook } from "./load-webhook.js";
import { withNewId } from "./with-new-id.js";

/** What a delivery is to hold. */
export interface PayloadChoice {
  /** A file with the payload in JSON, or with the body of a form as it is sent. An example of the event unless given. */
  readonly file?: string | undefined;
  readonly set: readonly Assignment[];
  readonly cwd: string;
}

/** A payload for each delivery, and what to say of it. */
export interface ChosenPayload {
  /** An example has a new delivery id each time; a payload of the user's stays as it is. */
  readonly next: () => unknown;
  readonly note?: string;
}

/**
 * The payload that the user wants to send.
 *
 * @throws GenerateError for a file that cannot be read or is no payload, and for a path that leads nowhere
 */
export async function choosePayload(webhook: SenderWebhook, { file, set, cwd }: PayloadChoice): Promise<ChosenPayload> {
  if (file !== undefined) {
    const payload = setAll(webhook, readPayload(webhook, await readInputFile(file, cwd)), { file, set });
    const told = eventIn(webhook, payload);
    return { next: () => payload, ...(told !== undefined && { note: `${file} says that it is of ${told}, not of ${webhook.event}.` }) };
  }
  const { payload, hasSchema } = webhook.sample();
  const { spec, event } = webhook;
  const next = (): unknown => setValues(withNewId(spec, payload), set);
  return { next, ...(!hasSchema && { note: `No schema for ${spec.provider} ${event}: what is sent is the least that is routed to it.` }) };
}

function readPayload({ spec }: SenderWebhook, file: InputFile): unknown {
  const isForm = spec.bodyFormat !== undefined && spec.bodyFormat.format !== "json";
  if (isForm && !/^\s*[[{]/.test(file.text)) return file.text.trimEnd();
  parseInput(file);
  const payload: unknown = JSON.parse(file.text);
  return isWhole(spec.batch?.path, payload) ? file.text : payload;
}

/** The event that a payload tells, where it is not the one that was asked for. */
function eventIn({ spec, event }: SenderWebhook, payload: unknown): string | undefined {
  if (typeof payload === "string" || spec.event.from !== "field") return undefined;
  const wire = atPath((spec.event as FieldSource).path, payload);
  const told = spec.eventMap?.find(([one]) => one === wire)?.[1] ?? wire;
  return typeof told === "string" && told !== event && !event.startsWith(`${told}.`) ? told : undefined;
}

/** Whether it is the body of a batch, and not an item of it. */
function isWhole(list: string | undefined, payload: unknown): boolean {
  const [first] = list?.split(/[.[]/) ?? [];
  return first !== undefined && first !== "" && typeof payload === "object" && payload !== null && Object.hasOwn(payload, first);
}

function setAll({ spec, event }: SenderWebhook, payload: unknown, { file, set }: Pick<PayloadChoice, "file" | "set">): unknown {
  if (set.length === 0 || typeof payload !== "string") return setValues(payload, set);
  const message = `--set changes nothing in ${file}: it is the whole body as ${spec.provider} sends it, not the payload of ${event} alone`;
  throw new GenerateError([{ code: "unsettable-path", severity: "error", message, hint: "Change it in the file that holds the payload." }]);
}
