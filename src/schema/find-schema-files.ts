import { listSchemaFolder } from "./list-schema-folder.js";
import type { SchemaFolder } from "./read-schema-file.js";

/** A user's schema file and whose payload it describes. */
export interface EventSchemaFile {
  /** In the provider's schema folder: `pull_request.opened.schema.json`. */
  readonly path: string;
  readonly event: string;
  /** Absent when the file describes the event itself. */
  readonly action?: string;
}

export interface SchemaFiles {
  readonly ofEvents: readonly EventSchemaFile[];
  /** Files named like an event's schema, of no event that is listed. */
  readonly ofNobody: readonly string[];
}

/** Finds the schema files of the listed events by name, in alphabetical order. No folder is no files. */
export async function findSchemaFiles(folder: SchemaFolder, events: readonly string[]): Promise<SchemaFiles> {
  const named = nameEvents(events);
  const ofEvents: EventSchemaFile[] = [];
  const ofNobody: string[] = [];
  for (const path of (await listSchemaFolder(folder)).filter((name) => name.endsWith(EXTENSION)).toSorted()) {
    const file = matchEvent(path, named);
    if (file) ofEvents.push(file);
    else ofNobody.push(path);
  }
  return { ofEvents, ofNobody };
}

const EXTENSION = ".schema.json";

/** Events by how a file's name says them. Where two are said alike, the longer has it. */
function nameEvents(events: readonly string[]): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const event of events) {
    const name = event.replaceAll("/", "__");
    if (event.length > (named.get(name)?.length ?? -1)) named.set(name, event);
  }
  return named;
}

/** The longest name wins: with `a` and `a.b` listed, `a.b.c.schema.json` is the action `c` of `a.b`. */
function matchEvent(path: string, named: ReadonlyMap<string, string>): EventSchemaFile | undefined {
  const name = path.slice(0, -EXTENSION.length);
  const whole = named.get(name);
  if (whole !== undefined) return { path, event: whole };
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    const event = named.get(name.slice(0, dot));
    if (event !== undefined) return { path, event, action: name.slice(dot + 1) };
  }
  return undefined;
}
