import { parseSync, type Statement, type TSType } from "oxc-parser";

/** What a generated handler file delivers. */
export interface GeneratedWebhook {
  /** Where its payloads' types are: `payloads.ts`; undefined when it has none. */
  readonly payloads: string | undefined;
  readonly events: ReadonlyMap<string, GeneratedEvent>;
}

/** What an event, or an action of it, is called and holds. */
export interface Delivered {
  /** `PushEvent` */
  readonly typeName: string;
  /** `PushPayload`, or `unknown`. */
  readonly payload: string;
}

/** An event: delivered by itself, or by its actions. */
export interface GeneratedEvent {
  readonly whole?: Delivered;
  readonly actions: ReadonlyMap<string, Delivered>;
}

/** Reads the events of a generated handler file from its types. */
export function readWebhook(text: string): GeneratedWebhook {
  const { program } = parseSync("handler.ts", text, { lang: "ts", sourceType: "module" });
  const events = new Map<string, GeneratedEvent>();
  for (const { event, action, ...delivered } of program.body.flatMap((statement) => readEvent(statement) ?? [])) {
    const known = events.get(event) ?? { actions: new Map<string, Delivered>() };
    events.set(event, action === undefined ? { ...known, whole: delivered } : { ...known, actions: new Map([...known.actions, [action, delivered]]) });
  }
  return { payloads: program.body.map(payloadsFile).find((file) => file !== undefined), events };
}

/** `export type PushEvent = WebhookEvent<"push", PushPayload>;` */
function readEvent(statement: Statement): readonly (Delivered & { readonly event: string; readonly action: string | undefined })[] | undefined {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
  if (declaration?.type !== "TSTypeAliasDeclaration") return undefined;
  const [type, payload, action] = argumentsOf(declaration.typeAnnotation);
  const event = textOf(type);
  if (event === undefined) return undefined;
  return [{ event, action: textOf(action), typeName: declaration.id.name, payload: nameOf(payload) ?? "unknown" }];
}

function argumentsOf(type: TSType): readonly TSType[] {
  return nameOf(type) === "WebhookEvent" && type.type === "TSTypeReference" ? (type.typeArguments?.params ?? []) : [];
}

function nameOf(type: TSType | undefined): string | undefined {
  return type?.type === "TSTypeReference" && type.typeName.type === "Identifier" ? type.typeName.name : undefined;
}

function textOf(type: TSType | undefined): string | undefined {
  const literal = type?.type === "TSLiteralType" && type.literal.type === "Literal" ? type.literal.value : undefined;
  return typeof literal === "string" ? literal : undefined;
}

function payloadsFile(statement: Statement): string | undefined {
  const source = statement.type === "ImportDeclaration" ? statement.source.value : "";
  const [, file] = /^\.\/(payloads(?:\..+?)??)(?:\.[jt]s)?$/.exec(source) ?? [];
  return file && `${file}.ts`;
}
