import { join } from "node:path";
import type { Problem } from "../errors.js";
import { toPascalCase } from "../pascal-case.js";
import { loadBuiltinPayloads, type BuiltinRequest } from "./load-builtin-payloads.js";
import { loadUserPayloads, type NamedSchemaFile } from "./load-user-payloads.js";
import type { EventPayload, PayloadTypes, TypeDeclaration } from "./payload-types.js";
import { ProblemList } from "./problem-list.js";
import { takenNames } from "./taken-names.js";

/** Whose payload types to load. Paths are absolute. */
export interface PayloadRequest extends BuiltinRequest {
  /** The provider's folder: `github`. */
  readonly provider: string;
  /** The provider's class prefix: `GitHub`. From the folder's name when undefined. */
  readonly name?: string | undefined;
  /** The events that are wanted. */
  readonly events: readonly { readonly name: string }[];
  /** All that the configuration lists: they decide whose a file is. */
  readonly listed: readonly string[];
  /** The API version of the built-in schemas; that of no version in particular when undefined. */
  readonly version?: string | undefined;
  /** Messages show paths relative to it. */
  readonly cwd: string;
  /** The user's `schemas/`. Need not exist. */
  readonly schemasDir: string;
}

/**
 * The payload types of the listed events: the user's schema of an event or action, else the built-in one.
 * Throws a `GenerateError` with every problem of the user's schemas. Reads files of the schema folders only.
 */
export async function loadPayloadTypes(request: PayloadRequest): Promise<{ readonly types: PayloadTypes; readonly warnings: readonly Problem[] }> {
  const { provider, cwd, version } = request;
  const events = [...new Set(request.events.map(({ name }) => name))];
  const problems = new ProblemList();
  const builtin = await loadBuiltinPayloads(version === undefined ? provider : `${provider}/${version}`, request);
  const prefix = request.name ?? toPascalCase(provider);
  const user = await loadUserPayloads(
    { folder: join(request.schemasDir, provider), cwd, events, listed: request.listed, prefix, samples: request.samples ?? false, taken: (files) => takenNames(builtin, files, prefix) },
    problems,
  );
  const payloads = mergeEvents(events, builtin, user.files);
  const declarations = new Map([...builtin.declarations, ...user.declarations.map((one) => [one.name, one] as const)]);
  const samples = new Map([...builtin.samples, ...user.samples]);
  return { types: { ...builtin, events: payloads, declarations: reachable(payloads, declarations), samples }, warnings: problems.warnings };
}

function mergeEvents(events: readonly string[], builtin: PayloadTypes, files: readonly NamedSchemaFile[]): ReadonlyMap<string, EventPayload> {
  const merged = new Map<string, EventPayload>();
  for (const event of events) {
    const own = files.filter(({ file }) => file.event === event);
    const base = builtin.events.get(event);
    if (!base && own.length === 0) continue;
    const whole = own.find(({ file }) => file.action === undefined)?.name;
    const payload = whole ?? base?.payload;
    const actions = own.flatMap(({ file, name }) => (file.action === undefined ? [] : [[file.action, name] as const]));
    // Whoever describes the event describes every action of it that they do not describe by itself.
    const others = [...(base?.actions ?? [])].map(([action, name]) => [action, whole ?? name] as const);
    merged.set(event, { ...base, ...(payload !== undefined && { payload }), actions: new Map([...others, ...actions]) });
  }
  return merged;
}

/** The declarations that the events need, in the order of their source. */
function reachable(events: ReadonlyMap<string, EventPayload>, declarations: ReadonlyMap<string, TypeDeclaration>): ReadonlyMap<string, TypeDeclaration> {
  const needed = new Set<string>();
  for (const { payload, actions } of events.values()) for (const name of [payload, ...actions.values()]) if (name !== undefined) needed.add(name);
  // A Set's iterator also visits what is added on the way.
  for (const name of needed) for (const reference of declarations.get(name)?.references ?? []) needed.add(reference);
  return new Map([...declarations].filter(([name]) => needed.has(name)));
}
