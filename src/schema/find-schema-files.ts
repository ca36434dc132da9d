import { readdir } from "node:fs/promises";

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
export async function findSchemaFiles(folder: string, events: readonly string[]): Promise<SchemaFiles> {
  const ofEvents: EventSchemaFile[] = [];
  const ofNobody: string[] = [];
  for (const path of (await list(folder)).filter((name) => name.endsWith(EXTENSION)).toSorted()) {
    const file = matchEvent(path, events);
    if (file) ofEvents.push(file);
    else ofNobody.push(path);
  }
  return { ofEvents, ofNobody };
}

const EXTENSION = ".schema.json";

/** The longest event wins: with `a` and `a.b` listed, `a.b.c.schema.json` is the action `c` of `a.b`. */
function matchEvent(path: string, events: readonly string[]): EventSchemaFile | undefined {
  const name = path.slice(0, -EXTENSION.length);
  let best: EventSchemaFile | undefined;
  for (const event of events) {
    const prefix = event.replaceAll("/", "__");
    if (best && event.length <= best.event.length) continue;
    if (name === prefix) best = { path, event };
    else if (name.startsWith(`${prefix}.`)) best = { path, event, action: name.slice(prefix.length + 1) };
  }
  return best;
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
