import type { WebhookHandlerOptions, WebhookRequest, WebhookResponse, WebhookSpec } from "@smart-webhooks/runtime";
import { refused } from "../errors.js";

/** A handler of the user's, whatever copy of the runtime it extends. */
export interface FoundHandler {
  handle(request: WebhookRequest): WebhookResponse | Promise<WebhookResponse>;
}

/** A handler that is made already, or a class that makes one. */
export type HandlerExport = { readonly spec: WebhookSpec } & ({ readonly instance: FoundHandler } | { readonly make: new (options: WebhookHandlerOptions) => FoundHandler });

/** Which handler is wanted. */
export interface WantedHandler {
  readonly provider: string;
  readonly webhook: string;
  /** The module, as the user named it. */
  readonly file: string;
}

/**
 * The handler that a module exports for a webhook: the default export, else the only one of that webhook.
 *
 * @throws GenerateError when there is none, or several
 */
export function findHandler(module: Readonly<Record<string, unknown>>, { provider, webhook, file }: WantedHandler): HandlerExport {
  const all = Object.entries(module).flatMap(([name, value]) => lookedAt(value).map((found) => ({ name, value, found })));
  if (all.length === 0) throw refused("no-handler", `${file} exports no webhook handler`, "Export an instance or the class of your handler: export default class extends GitHubHandler { … }");
  const fitting = all.filter(({ found: { spec } }) => spec.provider === provider && spec.webhook === webhook);
  const [first] = fitting;
  if (first === undefined) throw refused("no-handler", `${file} exports no handler of ${provider}/${webhook}, but of ${all.map(({ found: { spec } }) => `${spec.provider}/${spec.webhook}`).join(", ")}`, `Name the module that exports the handler of ${provider}, or another webhook with --webhook`);
  const chosen = fitting.find(({ name }) => name === "default") ?? first;
  const others = fitting.filter(({ value, name }) => value !== chosen.value && chosen.name !== "default" && name !== chosen.name);
  if (others.length > 0) throw refused("several-handlers", `${file} exports several handlers of ${provider}/${webhook}: ${fitting.map(({ name }) => name).join(", ")}`, "Make one of them the default export");
  return chosen.found;
}

/** What throws when it is looked at, as a proxy may, is no handler. */
function lookedAt(value: unknown): readonly HandlerExport[] {
  try {
    return toHandler(value);
  } catch {
    return [];
  }
}

function toHandler(value: unknown): readonly HandlerExport[] {
  if (typeof value === "function") {
    const { spec, prototype } = value as { readonly spec?: unknown; readonly prototype?: unknown };
    const make = value as unknown as new (options: WebhookHandlerOptions) => FoundHandler;
    return isSpec(spec) && handles(prototype) ? [{ spec, make }] : [];
  }
  if (!handles(value)) return [];
  const { spec } = value.constructor as { readonly spec?: unknown };
  return isSpec(spec) ? [{ spec, instance: value }] : [];
}

function handles(value: unknown): value is FoundHandler {
  return typeof value === "object" && value !== null && "handle" in value && typeof value.handle === "function";
}

function isSpec(spec: unknown): spec is WebhookSpec {
  const { provider, webhook, routes, verify } = (spec ?? {}) as Partial<WebhookSpec>;
  return typeof provider === "string" && typeof webhook === "string" && typeof routes === "object" && typeof verify === "object";
}
