import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type WebhookEvent, WebhookHandler, type WebhookHandlerOptions, type WebhookSpec } from "@smart-webhooks/runtime";
import { loadProvider } from "../../../src/load-provider.js";
import type { HttpCase } from "./http-case.js";

interface Receiver {
  readonly events: readonly string[] | Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, readonly string[]>>;
}

const listed = JSON.parse(readFileSync(new URL("../../fixtures/http-receivers.json", import.meta.url), "utf8")) as Readonly<Record<string, Receiver>>;

/** A sender of Standard Webhooks that no built-in provider describes. */
const ACME = `
webhooks:
  default:
    verification_type: standard_webhooks
    event_field: type
    delivery_id_header: webhook-id
    events: [user.created, invoice.paid]
`;

/** The handlers of one receiver, and the events that reached their methods. */
export interface Instance {
  /** The case that is being run: its handler is the one that counts. */
  running?: HttpCase;
  readonly handlers: Readonly<Record<string, WebhookHandler>>;
  readonly seen: WebhookEvent[];
}

/** Loads the specs of all six receivers, from YAML. */
export async function loadReceivers(): Promise<ReadonlyMap<string, readonly WebhookSpec[]>> {
  const cwd = mkdtempSync(join(tmpdir(), "swh-receivers-"));
  mkdirSync(join(cwd, "providers/acme"), { recursive: true });
  writeFileSync(join(cwd, "providers/acme/webhook.yaml"), ACME);
  const names = Object.entries(listed).flatMap(([name]) => (name === "note" ? [] : [name]));
  const loaded = await Promise.all(names.map((name) => loadProvider(name === "standard" ? "acme" : name, { cwd })));
  rmSync(cwd, { recursive: true });
  return new Map(names.map((name, index) => [name, Object.values(loaded[index]?.webhooks ?? {}).map(({ spec }) => spec)]));
}

/** A receiver as its first case wants it: methods for the listed events only. */
export function createReceiver(specs: readonly WebhookSpec[], first: HttpCase): Instance {
  const seen: WebhookEvent[] = [];
  const options: WebhookHandlerOptions = { ...(first.requires?.includes("strict-replay") && { replay: "strict" }), env: first.secretEnv, now: () => first.now * 1000, logger: {}, ...first.config };
  const instance: { running?: HttpCase } = {};
  const entries = specs.map((spec) => {
    // A path of its own goes to the receiver that the case is for.
    const { path, ...others } = options;
    const isMeant = spec.webhook === "default";
    const handler = createHandler(withShape(spec, first), eventsOf(first.provider), { ...others, ...(isMeant && { path }) }, (event) => take(instance.running ?? first, event, seen));
    return [isMeant ? spec.provider : `${spec.provider}/${spec.webhook}`, handler] as const;
  });
  return Object.assign(instance, { handlers: Object.fromEntries(entries), seen });
}

/** Twilio's receiver checks a shape in the cases that say so: the built-in provider leaves that to its users. */
function withShape(spec: WebhookSpec, { requires }: HttpCase): WebhookSpec {
  const { shape } = listed[spec.provider] ?? {};
  return shape === undefined || !requires?.includes("payload-shape-check") ? spec : { ...spec, shape };
}

function createHandler(spec: WebhookSpec, events: readonly string[], options: WebhookHandlerOptions, method: (event: WebhookEvent) => void): WebhookHandler {
  class Receiver extends WebhookHandler {
    static readonly spec = spec;
  }
  for (const event of events) {
    const route = Object.hasOwn(spec.routes, event) ? spec.routes[event] : undefined;
    const name = typeof route === "object" ? route.method : route;
    if (name !== undefined) Object.defineProperty(Receiver.prototype, name, { value: method });
  }
  return new Receiver(options);
}

function eventsOf(provider: string): readonly string[] {
  return Object.values(listed[provider]?.events ?? ["incoming_message"]);
}

function take({ handler = "" }: HttpCase, event: WebhookEvent, seen: WebhookEvent[]): void {
  seen.push(event);
  if (handler.startsWith("throw:")) throw new Error(handler.slice("throw:".length));
  // Whatever a handler throws must be survived, `undefined` too.
  // oxlint-disable-next-line no-throw-literal
  if (handler === "throw-undefined") throw undefined;
  if (handler === "ok-then-unhandled-rejection") void Promise.reject(new Error("late"));
}
