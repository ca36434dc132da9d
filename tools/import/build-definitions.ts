import { definitionNames } from "./definition-names.js";
import type { JsonSchema } from "./json-schema.js";
import { keptNames } from "./kept-names.js";
import type { Overlay } from "./overlay.js";
import { printDefinitions } from "./print-definitions.js";
import { shapeAt } from "./shape-at.js";
import { type Shape, ShapePool } from "./shape-pool.js";
import { type ShapeUse, shapeUses } from "./shape-uses.js";
import { payloadName, type SourcePayload, subjectWords } from "./source-payload.js";
import type { SourceSchema } from "./source-schema.js";
import { structureOf } from "./structure-of.js";
import { unifyShapes } from "./unify-shapes.js";
import { wantedShapes } from "./wanted-shapes.js";

/** An OpenAPI source, what we say about it, and what the last import made of it. */
export interface DefinitionsInput {
  readonly components: Readonly<Record<string, SourceSchema>>;
  readonly payloads: readonly SourcePayload[];
  readonly overlay: Required<Pick<Overlay, "unify" | "names">>;
  readonly previous: Readonly<Record<string, JsonSchema>>;
  readonly componentName: (component: string) => string | undefined;
}

/** Makes the text of definitions.json. Throws when a `$ref` leads nowhere or the overlay does not fit the source. */
export function buildDefinitions(input: DefinitionsInput): { readonly text: string; readonly count: number } {
  const { shapes, payloads } = readShapes(input);
  const uses = shapeUses(shapes, payloads);
  const own = ownNames(payloads, uses);
  const wanted = wantedShapes(shapes, uses, new Set([...payloads.values()].filter((id) => !own.has(id))));
  const kept = [...keptNames(input.previous)].filter(([id]) => wanted.includes(id));
  const chosen = Object.entries(input.overlay.names).map(([place, name]) => [shapeAt(place, shapes, payloads), name] as const);
  const taken = new Set([...chosen.map(([, name]) => name), ...payloads.keys()]);
  const given = new Map([...kept.filter(([, name]) => !taken.has(name)), ...chosen, ...own]);
  const subjects = new Map(input.payloads.map((payload) => [payloadName(payload), subjectWords(payload)]));
  const names = definitionNames({ shapes, uses, wanted, given, subjects, componentName: input.componentName });
  const aliases = new Map([...payloads].filter(([, id]) => !own.has(id)));
  return { text: printDefinitions(shapes, names, aliases), count: names.size + aliases.size };
}

/** Payloads that are nothing else: id → name. One that several events share, or that another holds, is named for what it is. */
function ownNames(payloads: ReadonlyMap<string, string>, uses: ReadonlyMap<string, ShapeUse>): ReadonlyMap<string, string> {
  const ids = [...payloads.values()];
  const isOwn = (id: string): boolean => uses.get(id)?.places === 1 && ids.indexOf(id) === ids.lastIndexOf(id);
  return new Map([...payloads].filter(([, id]) => isOwn(id)).map(([name, id]) => [id, name]));
}

function readShapes({ components, payloads, overlay }: DefinitionsInput): { readonly shapes: ReadonlyMap<string, Shape>; readonly payloads: ReadonlyMap<string, string> } {
  const titles = new Map<JsonSchema, string>();
  const resolve = (reference: string): SourceSchema => {
    const schema = components[reference.slice(reference.lastIndexOf("/") + 1)];
    if (!schema) throw new Error(`${reference} is not in the source`);
    return schema;
  };
  const pool = new ShapePool((reference) => structureOf(resolve(reference), resolve, (schema, title) => titles.set(schema, title)), titles);
  const roots = payloads.map((payload) => [payloadName(payload), pool.root(payload.reference)] as const);
  return unifyShapes(pool.shapes, new Map(roots), (shape) => familyOf(shape, overlay));
}

function familyOf(shape: Shape, { unify }: DefinitionsInput["overlay"]): string | undefined {
  const member = unify.find(({ title, components = [] }) =>
    shape.components.size > 0 ? components.some((component) => shape.components.has(component)) : shape.titles.has(title),
  );
  return member?.title;
}
